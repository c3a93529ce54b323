import type { Matrix } from "../coverage/matrix-rules";
import { cellState, tally } from "../coverage/rules";
import type { Words } from "../message-format";
import type { Column, Draft, Row } from "./document-rules";
import { basisOf, type Frame } from "./frame";

/** More periods than these do not fit on a sheet: the latest are told one by one, all of them in the sums. */
const MOST_PERIODS = 12;
const SIGNS = { met: "✓", missed: "✗", open: "", notApplicable: "—" } as const;

/** 走访覆盖表: each object in each period, how often it was visited and whether that was enough. */
export function coveragePaper(frame: Frame, coverage: Words, matrix: Matrix): Draft {
  const { t, today } = frame;
  const { duty, register, periods, objects, counts } = matrix;
  const begun = periods.filter(({ from }) => from <= today).length;
  const first = Math.max(0, Math.max(begun, MOST_PERIODS) - MOST_PERIODS);
  const shown = periods.slice(first, first + MOST_PERIODS);
  const sums = tally({ periods, objects, counts, times: duty.times }, today);
  const columns: Column[] = [
    { title: t("column.code"), kind: "text", width: 6 },
    { title: register.objectWord, kind: "text", width: 12 },
    { title: t("coverage.unit"), kind: "text", width: 8 },
    ...shown.map(
      ({ key }): Column => ({ title: sayPeriod(coverage, duty.every, key), kind: "text", width: 4 }),
    ),
    ...(["owed", "met", "missed"] as const).map(
      (key): Column => ({ title: t(`coverage.${key}`), kind: "count", width: 4 }),
    ),
  ];
  const rows = objects.map((object, at): Row => {
    const cells = shown.map((period, place) => {
      const count = counts[at]?.[first + place] ?? 0;
      const state = cellState(period, object, count, duty.times, today);
      return state === "notApplicable" ? SIGNS[state] : `${count}/${duty.times}${SIGNS[state]}`;
    });
    const sum = sums.rows[at];
    const who = matrix.units[object.unitId ?? 0] ?? matrix.posts[object.postId ?? 0] ?? "";
    return {
      cells: [
        object.code,
        object.name ?? t("coverage.masked"),
        who,
        ...cells,
        sum?.owed ?? 0,
        sum?.met ?? 0,
        sum?.missed ?? 0,
      ],
    };
  });
  const { owed, met, missed } = sums.all;
  const scope = t("coverage.scope", { register: register.name, year: matrix.year, n: objects.length });
  return {
    title: t("coverage.title", { name: duty.name }),
    subtitle: t("coverage.sum", { owed, met, missed }),
    basis: [...basisOf(frame, scope).slice(0, 1), t("coverage.legend"), ...basisOf(frame, scope).slice(1)],
    label: register.sensitive ? "sensitive" : "internal",
    blocks: [{ kind: "table", table: { title: "", columns, rows } }],
  };
}

/** The short name of a period by its key. */
function sayPeriod(coverage: Words, every: string, key: string): string {
  const [year = "", part = ""] = key.split("-");
  return coverage(`period.short.${every}`, { year, n: Number(part.replace(/\D/g, "")) });
}
