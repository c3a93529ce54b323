"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { noteSession } from "@/components/data/session";
import type { Cell, CellVisit } from "@/lib/coverage/queries";

/** As JSON carries it. */
export type ReadVisit = Omit<CellVisit, "at"> & { at: string };
export type ReadCell = Omit<Cell, "visits"> & { visits: ReadVisit[] };

type Asked = { dutyId: number; objectId: number; from: string; to: string };

/** The visits of a cell, read again when its count changes. */
export function useCell({ dutyId, objectId, from, to }: Asked, count: number) {
  const [cell, setCell] = useState<ReadCell | null>(null);
  const [failed, setFailed] = useState(false);
  const question = useRef(0);
  // What follows # is not sent: another count only asks again.
  const address = `/api/coverage/${dutyId}/visits?object=${objectId}&from=${from}&to=${to}#${count}`;
  const reload = useCallback(async () => {
    const mine = ++question.current;
    const answer = await fetch(address, { cache: "no-store" }).catch(() => null);
    if (mine !== question.current) return;
    if (answer) noteSession(answer.status !== 401);
    setFailed(!answer?.ok);
    if (answer?.ok) setCell(await answer.json());
  }, [address]);
  useEffect(() => void reload(), [reload]);
  return { cell, failed, reload: () => void reload() };
}
