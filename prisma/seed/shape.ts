import type { Day } from "@/lib/calendar/rules";
import type { LeaderKey, PostKey, UnitKey } from "./units";

export type SeedSection = { code: string; parent: string | null; clause: string; title: string };

type Proof = "milestones" | "measure" | "ledger" | "coverage" | "league" | "manual";

export type SeedTask = {
  code: string;
  title: string;
  goal: string;
  /** Its place in the published document. */
  clause: string;
  proofs: Proof[];
  lead: UnitKey;
  owner: PostKey;
  sponsor: LeaderKey;
  supports?: readonly UnitKey[];
  start?: Day;
  due?: Day;
  weight?: number;
  /** Only those who work on it and the leaders read what is written there. */
  internal?: true;
};

/** A figure of 2023. `at` is the code of the task or section beside which it stands. */
export type SeedBaseline = {
  at: string;
  label: string;
  value: number;
  unit: string;
  atLeast?: true;
  /** Percent against 2022. */
  change?: number;
};
