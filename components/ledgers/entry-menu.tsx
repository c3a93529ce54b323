"use client";

import { useId } from "react";
import { type MenuEntry, MenuList } from "@/components/ui/menu";
import type { Entry } from "@/lib/ledgers/rules";
import { useWords } from "@/lib/words-client";
import { useDesk } from "./ledger-context";
import { targetOn, useSteps } from "./use-steps";

type Props = { entry: Entry; anchor: Element; close: () => void };

/** Everything that can be done with an entry, and why the rest cannot: the way for keys and fingers to every drag. */
export function EntryMenu({ entry, anchor, close }: Props) {
  const t = useWords("ledgers");
  const id = useId();
  return (
    <MenuList
      align="end"
      anchor={anchor}
      close={close}
      id={id}
      items={useEntryItems(entry)}
      label={t("table.menu", { code: entry.code })}
    />
  );
}

export function useEntryItems(entry: Entry): MenuEntry[] {
  const t = useWords("ledgers");
  const { ledger, view, open, ask } = useDesk();
  const { move, stages, reasonAgainst } = useSteps();
  const why = reasonAgainst(entry);
  const closed = ledger.closedOn === null ? null : t("only.closed");
  const change = closed ?? (view.may.add ? null : t("only.change"));
  const placed = entry.removedOn === null;
  const tracks = ledger.tracks.filter(({ key }) => key !== entry.track);
  const recheck =
    closed ??
    (view.may.recheck ? (entry.writtenOffOn === null ? t("only.writtenOff") : null) : t("only.recheck"));
  return [
    { heading: `${entry.code} ${entry.title}` },
    { label: t("menu.open"), keys: "Enter", onSelect: () => open(entry) },
    "line",
    { heading: t("menu.moveTo") },
    ...stages(entry.track)
      .filter(({ key }) => key !== entry.stage)
      .map(({ key, name }) => ({
        label: name,
        reason: why,
        onSelect: () => move(entry, { stage: key, track: entry.track }),
      })),
    ...(tracks.length > 0 ? [{ heading: t("menu.changeTrack") } as const] : []),
    ...tracks.map(({ key, name }) => ({
      label: name,
      reason: why,
      onSelect: () => move(entry, targetOn(ledger.stages, entry, key)),
    })),
    "line",
    {
      label: t("menu.edit"),
      reason: placed ? change : t("only.removed"),
      onSelect: () => ask({ what: "edit", entry }),
    },
    { label: t("menu.recheck"), reason: recheck, onSelect: () => ask({ what: "recheck", entry }) },
    placed
      ? {
          label: t("menu.remove"),
          danger: true,
          reason: change,
          onSelect: () => ask({ what: "remove", entry }),
        }
      : { label: t("menu.restore"), reason: change, onSelect: () => ask({ what: "restore", entry }) },
  ];
}
