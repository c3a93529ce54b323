"use client";

import { type Spelling, useAddress } from "@/components/board/use-address";
import { type Marks, readMarks, writeMarks } from "./mark-rules";

export type ChangeMarks = (patch: Partial<Marks>) => void;

const SPELLING: Spelling<Marks> = {
  read: readMarks,
  write: writeMarks,
  opens: (before, after) => before.taskId === null && after.taskId !== null,
};

/** What is marked on the wall, in the address. */
export function useMarks(): [Marks, ChangeMarks] {
  return useAddress(SPELLING);
}
