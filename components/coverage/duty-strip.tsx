"use client";

import Link from "next/link";
import { StatusMark } from "@/components/ui/status-mark";
import type { DutyRow } from "@/lib/coverage/queries";
import { useWords } from "@/lib/words-client";
import { sayPeriod } from "./say-period";

/** The duties that prove a task: what each asks for, how the present period stands, and the way to its matrix. */
export function DutyStrip({ duties }: { duties: readonly DutyRow[] }) {
  const t = useWords("coverageStrip");
  return (
    <ul className="empty:hidden">
      {duties.map((duty) => (
        <li className="flex flex-wrap items-center gap-x-4 gap-y-1 text-small" key={duty.id}>
          <span className="text-muted">
            {duty.register.name} · {t(`every.${duty.every}`, { n: duty.times })}
          </span>
          {duty.current && duty.current.owed > 0 ? (
            <StatusMark
              label={t("current", {
                period: sayPeriod(t, duty.every, duty.current.key),
                met: duty.current.met,
                owed: duty.current.owed,
              })}
              shape={duty.current.met === duty.current.owed ? "done" : "inProgress"}
            />
          ) : null}
          {duty.missed > 0 ? (
            <StatusMark label={t("missed", { n: duty.missed })} shape="overdue" />
          ) : (
            <span className="text-muted">{t("nothingMissed")}</span>
          )}
          <Link
            className="ml-auto inline-flex min-h-6 items-center text-action hover:underline touch:min-h-11"
            href={`/coverage/${duty.id}`}
          >
            {t("open")}
          </Link>
        </li>
      ))}
    </ul>
  );
}
