"use client";

import { useMemo, useState } from "react";
import type { Deed } from "@/components/tasks/offers";
import type { Wanted } from "@/components/tasks/task-panel";
import type { Asked } from "./board-dialogs";

export type MenuAt = { taskId: number; anchor: Element } | null;

export type Asking = {
  /** The menu of a card. */
  menu: MenuAt;
  /** The dialog that something waits for. */
  asked: Asked;
  /** What the panel of this task is to begin with. */
  wantedOf: (taskId: number) => Wanted | null;
  openMenu: (menu: MenuAt) => void;
  ask: (asked: Asked) => void;
  want: (taskId: number, deed: Deed) => void;
  wantNothing: () => void;
};

/** What stands open over the board. */
export function useAsking(): Asking {
  const [menu, openMenu] = useState<MenuAt>(null);
  const [asked, ask] = useState<Asked>(null);
  const [wanted, setWanted] = useState<{ taskId: number; wanted: Wanted } | null>(null);
  return useMemo(
    () => ({
      ...{ menu, asked, openMenu, ask },
      wantedOf: (taskId) => (wanted?.taskId === taskId ? wanted.wanted : null),
      want: (taskId, deed) => setWanted({ taskId, wanted: { deed } }),
      wantNothing: () => setWanted(null),
    }),
    [menu, asked, wanted],
  );
}
