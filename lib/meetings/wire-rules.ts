import type { Said } from "./change-rules";
import { blankOf } from "./mould-rules";
import type { Review, ReviewChange, ReviewTask } from "./review-queries";

/** A review as it travels: every task once, and by column; less than half of the bytes of objects. */
export type ReviewWire = Omit<Review, "exceptions" | "sections"> & {
  tasks: Table;
  exceptions: Record<keyof Review["exceptions"], number[]>;
  sections: (Omit<Review["sections"][number], "changes"> & { changes: Table; said: Table })[];
};

/** Rows on their side: one list for each field. */
type Table = { fields: string[]; columns: unknown[][] };
/** A change as it stands in its table: with the number of its task, and how many of the section's reports are its own. */
type Sent = Omit<ReviewChange, "checkIns" | "task"> & { checkIns: number; task: number };

export function toWire({ exceptions, sections, ...rest }: Review): ReviewWire {
  const changed = sections.flatMap(({ changes }) => changes.map(({ task }) => task));
  const tasks = new Map([...changed, ...Object.values(exceptions).flat()].map((task) => [task.id, task]));
  const ids = (list: readonly ReviewTask[]) => list.map(({ id }) => id);
  return {
    ...rest,
    tasks: toTable([...tasks.values()]),
    exceptions: {
      red: ids(exceptions.red),
      yellow: ids(exceptions.yellow),
      unreported: ids(exceptions.unreported),
    },
    sections: sections.map(({ changes, ...section }) => ({
      ...section,
      changes: toTable(changes, {
        task: ({ task }) => task.id,
        checkIns: ({ checkIns }) => checkIns.length,
      }),
      said: toTable(changes.flatMap(({ checkIns }) => checkIns)),
    })),
  };
}

/** The review as it was before it travelled. */
export function fromWire({ tasks, exceptions, sections, ...rest }: ReviewWire): Review {
  const byId = new Map((fromTable(tasks) as ReviewTask[]).map((task) => [task.id, task]));
  const found = (ids: readonly number[]) => ids.flatMap((id) => byId.get(id) ?? []);
  return {
    ...rest,
    exceptions: {
      red: found(exceptions.red),
      yellow: found(exceptions.yellow),
      unreported: found(exceptions.unreported),
    },
    sections: sections.map(({ changes, said, ...section }) => {
      const reports = fromTable(said) as Said[];
      let at = 0;
      return {
        ...section,
        changes: (fromTable(changes) as Sent[]).map((sent): ReviewChange => {
          const checkIns = reports.slice(at, at + sent.checkIns);
          at += sent.checkIns;
          return Object.assign(sent, { checkIns, task: byId.get(sent.task) as ReviewTask });
        }),
      };
    }),
  };
}

/** @param rows all of the same fields; `instead`: what stands for a field that is not sent as it is */
function toTable<T extends object>(
  rows: readonly T[],
  instead: { [field in keyof T]?: (row: T) => unknown } = {},
): Table {
  const fields = Object.keys(rows[0] ?? {}) as (keyof T & string)[];
  const columns = fields.map((field) => rows.map(instead[field] ?? ((row) => row[field])));
  return { fields, columns };
}

function fromTable({ fields, columns }: Table): object[] {
  const rows = Array.from({ length: columns[0]?.length ?? 0 }, blankOf(fields));
  for (const [place, field] of fields.entries()) {
    for (const [at, value] of (columns[place] ?? []).entries()) {
      const row = rows[at];
      if (row) row[field] = value;
    }
  }
  return rows;
}
