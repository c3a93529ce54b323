"use client";

import { type RefObject, useState } from "react";
import { useKeys } from "@/components/palette/use-keys";
import { type Entry, stagesOn } from "@/lib/ledgers/rules";
import { useDesk } from "./ledger-context";
import { useSteps } from "./use-steps";

type Hands = { root: RefObject<HTMLElement | null>; onMenu: (entry: Entry) => void };

/** The keys of the ledger's board: arrows go from card to card, Alt with an arrow moves the card to the next stage or back. */
export function useBoardKeys({ root, onMenu }: Hands) {
  const { state, shown, ledger, open, filter, change } = useDesk();
  const { move } = useSteps();
  const [stopId, setStop] = useState<number | null>(null);
  const first = shown.find(({ removedOn }) => removedOn === null)?.id ?? null;
  const id = stopId !== null && shown.some((entry) => entry.id === stopId) ? stopId : first;
  const focus = (entry: Entry | undefined) => {
    if (!entry) return false;
    setStop(entry.id);
    root.current?.querySelector<HTMLElement>(`[data-entry-id="${entry.id}"] button`)?.focus();
    return true;
  };
  const onPress = ({ key, alt }: { key: string; alt: boolean }) => {
    const entry = state.byId.get(id ?? 0);
    if (!entry) return false;
    const column = (stage: string) => shown.filter((one) => one.stage === stage && one.track === entry.track);
    const stages = stagesOn(ledger.stages, entry.track).map((stage) => stage.key);
    const own = column(entry.stage);
    const place = own.indexOf(entry);
    const across = { ArrowRight: 1, ArrowLeft: -1 }[key];
    if (across) {
      const stage = stages[stages.indexOf(entry.stage) + across];
      if (stage === undefined) return true;
      if (alt) move(entry, { stage, track: entry.track });
      else focus(column(stage)[place] ?? column(stage).at(-1));
      return true;
    }
    if (alt) return false;
    const along = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[key];
    if (along) return focus(own[place + along]) || true;
    if (key === "s") onMenu(entry);
    else if (key === "Enter" && document.activeElement === document.body) open(entry);
    else if (key === "Escape" && filter.entryId !== null) change({ entryId: null });
    else return false;
    return true;
  };
  useKeys((press) => (isElsewhere(root.current) && press.key.startsWith("Arrow") ? false : onPress(press)));
  return { id, set: setStop };
}

/** Arrows belong to whatever has the focus. */
function isElsewhere(root: HTMLElement | null): boolean {
  const at = document.activeElement;
  return at !== null && at !== document.body && !root?.contains(at);
}
