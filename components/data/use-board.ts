"use client";

import { useEffect, useMemo, useSyncExternalStore } from "react";
import { may } from "@/lib/auth/permissions";
import { wantBoard } from "./board-loader";
import { type BoardState, readBoard, watchBoard } from "./board-store";
import { type BoardView, lightsFor, viewOf } from "./board-view";
import { type Connection, readConnection, watchConnection } from "./connection";
import { type Office, useOffice } from "./office";

const NOTHING: BoardState = { snapshot: null, overlays: [] };
const UNKNOWN: Connection = { live: false, asOf: null, refused: null };

let lastLights: { office: Office; light: BoardView["lightOf"] } | null = null;
let lastView: { state: BoardState; office: Office; view: BoardView | null } | null = null;

/** The board that this person sees, kept up to date; null until it is there, and for those who see none. */
export function useBoard(): BoardView | null {
  const office = useOffice();
  const sees = may(office.actor, "board.see");
  const state = useSyncExternalStore(watchBoard, readBoard, () => NOTHING);
  useEffect(() => {
    if (sees) wantBoard();
  }, [sees]);
  return useMemo(() => currentView(state, office), [state, office]);
}

/** Many parts of a page look at the same state; it is read once for all of them. */
function currentView(state: BoardState, office: Office): BoardView | null {
  if (lastView?.state === state && lastView.office === office) return lastView.view;
  if (lastLights?.office !== office) {
    lastLights = { office, light: lightsFor(office.setting) };
  }
  const view = viewOf(state, office.setting, lastLights.light);
  lastView = { state, office, view };
  return view;
}

/** Whether the stream is open, and since when the data are as they are. */
export function useConnection(): Connection {
  return useSyncExternalStore(watchConnection, readConnection, () => UNKNOWN);
}
