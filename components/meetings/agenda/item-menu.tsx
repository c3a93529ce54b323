"use client";

import { IconButton } from "@/components/ui/icon-button";
import { Icon } from "@/components/ui/icons";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import type { AgendaItemView } from "@/lib/meetings/agenda-queries";
import { useWords } from "@/lib/words-client";
import { useLive } from "../live";
import { placesOf } from "./order-rules";
import type { AgendaDeeds } from "./use-agenda";

type Props = { item: AgendaItemView; place: number; deeds: AgendaDeeds };

/** Everything that can be done with an item; the way for keys and fingers to every drag. */
export function ItemMenu({ item, place, deeds }: Props) {
  const t = useWords("agenda");
  return (
    <span className="print:hidden">
      <Menu
        items={useItems(item, deeds)}
        label={t("menu.label", { place })}
        trigger={(props) => (
          <IconButton {...props} label={t("menu.label", { place })} size="sm">
            <Icon name="more" />
          </IconButton>
        )}
      />
    </span>
  );
}

function useItems(item: AgendaItemView, deeds: AgendaDeeds): MenuEntry[] {
  const t = useWords("agenda");
  const { meeting } = useLive().review;
  const places = placesOf(deeds.items, item.id);
  const move = (where: "up" | "down" | "first" | "last", end: "atTop" | "atBottom"): MenuEntry => ({
    label: t(`menu.${where}`),
    reason: places[where] === undefined ? t(`menu.${end}`) : null,
    onSelect: () => void deeds.step(item, where),
  });
  const order = [
    move("up", "atTop"),
    move("down", "atBottom"),
    move("first", "atTop"),
    move("last", "atBottom"),
  ];
  if (item.state === "moved") return order;
  const alone = meeting.seriesId === null ? t("menu.noSeries") : null;
  const state = (to: "discussed" | "dropped" | "waiting"): MenuEntry => ({
    label: t(`menu.${to}`),
    onSelect: () => void deeds.edit(item, { state: to }),
  });
  return [
    ...order,
    "line",
    ...(item.state === "waiting" ? [state("discussed"), state("dropped")] : [state("waiting")]),
    "line",
    { label: t("menu.next"), reason: alone, onSelect: () => void deeds.carry(item, { to: "next" }) },
    {
      label: t("menu.copy"),
      reason: alone,
      onSelect: () => void deeds.carry(item, { to: "next", copy: true }),
    },
    { label: t("menu.backlog"), reason: alone, onSelect: () => void deeds.carry(item, { to: "backlog" }) },
  ];
}
