"use client";

import { IconButton } from "@/components/ui/icon-button";
import { Icon } from "@/components/ui/icons";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import type { AgendaItemView } from "@/lib/meetings/agenda-queries";
import { useWords } from "@/lib/words-client";
import type { AgendaDeeds } from "./use-agenda";

type Props = {
  item: AgendaItemView;
  place: number;
  /** How many items there are. */
  count: number;
  /** Does the meeting belong to a series? */
  inSeries: boolean;
  deeds: AgendaDeeds;
  /** Begins to change the title; null where it is not to be changed. */
  onRename: (() => void) | null;
};

/** Everything that can be done with an item; the way for keys and fingers to every drag. */
export function ItemMenu(props: Props) {
  const { place } = props;
  const t = useWords("agenda");
  return (
    <span className="print:hidden">
      <Menu
        items={useItems(props)}
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

function useItems({ item, place, count, inSeries, deeds, onRename }: Props): MenuEntry[] {
  const t = useWords("agenda");
  const move = (where: "up" | "down" | "first" | "last", end: "atTop" | "atBottom"): MenuEntry => ({
    label: t(`menu.${where}`),
    reason: place === (end === "atTop" ? 1 : count) ? t(`menu.${end}`) : null,
    onSelect: () => void deeds.step(item, where),
  });
  const order = [
    move("up", "atTop"),
    move("down", "atBottom"),
    move("first", "atTop"),
    move("last", "atBottom"),
  ];
  if (item.state === "moved") return order;
  const alone = inSeries ? null : t("menu.noSeries");
  const state = (to: "discussed" | "dropped" | "waiting"): MenuEntry => ({
    label: t(`menu.${to}`),
    onSelect: () => void deeds.edit(item, { state: to }),
  });
  return [
    ...order,
    "line",
    ...(onRename ? [{ label: t("menu.edit"), onSelect: onRename }] : []),
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
