"use client";

import { EmptyState } from "@/components/ui/empty-state";
import { StatusMark } from "@/components/ui/status-mark";
import { Table, Td, Th } from "@/components/ui/table";
import type { Matrix } from "@/lib/coverage/matrix-rules";
import { useWords } from "@/lib/words-client";
import { type MatrixRow, type MatrixView, missedIn } from "./matrix-view-rules";
import { sayPeriod } from "./say-period";

type Props = { matrix: Matrix; view: MatrixView; onOpen: (row: MatrixRow, place: number) => void };

/** 漏访名单: who was missed in which period, and whose visit is still owed in the present one. */
export function MissedList({ matrix, view, onOpen }: Props) {
  const t = useWords("coverage");
  const { missed, due, place } = missedIn(view, matrix);
  const present = matrix.periods[place];
  return (
    <div className="flex flex-col gap-6">
      <div>
        <h2 className="mb-2 text-heading">{t("missed.titleN", { n: missed.length })}</h2>
        {missed.length === 0 ? (
          <EmptyState title={t("missed.none")} />
        ) : (
          <People
            matrix={matrix}
            rows={missed.map(({ row, places }) => [row, places])}
            {...{ onOpen }}
            state="missed"
          />
        )}
      </div>
      {present ? (
        <div>
          <h2 className="mb-2 text-heading">
            {t("missed.dueN", {
              n: due.length,
              period: sayPeriod(t, matrix.duty.every, present.key),
              day: present.to,
            })}
          </h2>
          {due.length === 0 ? (
            <EmptyState title={t("missed.noneDue")} />
          ) : (
            <People matrix={matrix} rows={due.map((row) => [row, [place]])} {...{ onOpen }} state="open" />
          )}
        </div>
      ) : null}
    </div>
  );
}

type PeopleProps = {
  matrix: Matrix;
  rows: [MatrixRow, number[]][];
  state: "missed" | "open";
  onOpen: Props["onOpen"];
};

function People({ matrix, rows, state, onOpen }: PeopleProps) {
  const t = useWords("coverage");
  const { every, times } = matrix.duty;
  return (
    <Table caption={t(state === "missed" ? "missed.title" : "missed.due")}>
      <thead>
        <tr>
          <Th>{t("register.code")}</Th>
          <Th>{t("register.name")}</Th>
          <Th>{t("register.unit")}</Th>
          <Th>{t("register.post")}</Th>
          <Th>{t("missed.periods")}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([row, places]) => (
          <tr key={row.object.id}>
            <Td className="tabular whitespace-nowrap">{row.object.code}</Td>
            <Td>{row.object.name ?? t("register.masked")}</Td>
            <Td>{matrix.units[row.object.unitId ?? 0] ?? "—"}</Td>
            <Td>{matrix.posts[row.object.postId ?? 0] ?? "—"}</Td>
            <Td>
              <span className="flex flex-wrap gap-x-4 gap-y-1">
                {places.map((place) => (
                  <button
                    className="inline-flex min-h-6 items-center hover:underline touch:min-h-11"
                    key={place}
                    onClick={() => onOpen(row, place)}
                    type="button"
                  >
                    <StatusMark
                      label={`${sayPeriod(t, every, matrix.periods[place]?.key ?? "")} ${row.counts[place] ?? 0}/${times}`}
                      shape={state === "missed" ? "overdue" : "notStarted"}
                    />
                  </button>
                ))}
              </span>
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
