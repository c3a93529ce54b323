import type { Day } from "../calendar/rules";
import type { RegisterKind } from "./kind-rules";
import type { DutyPeriod, Every } from "./period-rules";

/** The matrix of a duty and a year as it travels, and as the page uses it. */

export type MatrixHead = {
  today: Day;
  year: number;
  /** The years in which the duty has periods. */
  years: number[];
  duty: {
    id: number;
    name: string;
    taskId: number;
    times: number;
    every: Every;
    fromDay: Day;
    toDay: Day;
    acts: string[];
    weight: number;
    closedOn: Day | null;
    version: number;
  };
  register: { id: number; name: string; kind: RegisterKind; objectWord: string; sensitive: boolean };
  task: { id: number; code: string; title: string | null };
  periods: DutyPeriod[];
  units: Record<number, string>;
  posts: Record<number, string>;
  rights: { define: boolean; log: boolean };
  /** Why nothing can be recorded at all; null when it can. */
  finished: boolean;
};

/** `name` is null where it is masked; `close`: 2 by a post of one's own, 1 as part of the unit, 0 somebody else's. */
export type MatrixObject = {
  id: number;
  code: string;
  name: string | null;
  unitId: number | null;
  postId: number | null;
  activeFrom: Day;
  activeTo: Day | null;
  close: 0 | 1 | 2;
};

export type Matrix = MatrixHead & { objects: MatrixObject[]; counts: number[][] };

export type WireObject = [
  id: number,
  code: string,
  name: string | null,
  unitId: number | null,
  postId: number | null,
  activeFrom: Day,
  activeTo: Day | null,
  close: 0 | 1 | 2,
];

/** A count travels as place × PACK + visits. */
export const PACK = 1000;

type Wire = {
  head: MatrixHead;
  objects: WireObject[];
  counts: [objectId: number, packed: number[]][] | null;
};

/** Reads the text that the server sent. */
export function readMatrix(text: string): Matrix {
  const { head, objects, counts } = JSON.parse(text) as Wire;
  const packed = new Map(counts);
  const none = head.periods.map(() => 0);
  return {
    ...head,
    objects: objects.map(([id, code, name, unitId, postId, activeFrom, activeTo, close]) => ({
      ...{ id, code, name, unitId, postId, activeFrom, activeTo, close },
    })),
    counts: objects.map(([id]) => {
      const own = packed.get(id);
      if (!own) return none;
      const row = [...none];
      for (const one of own) row[Math.floor(one / PACK)] = one % PACK;
      return row;
    }),
  };
}
