"use client";

import Link from "next/link";
import { useOffice } from "@/components/data/office";
import { classNames } from "@/components/ui/class-names";
import { EmptyState } from "@/components/ui/empty-state";
import { ProgressBar } from "@/components/ui/progress-bar";
import { StatusMark } from "@/components/ui/status-mark";
import { Table, Td, Th } from "@/components/ui/table";
import { sayDay } from "@/lib/calendar/rules";
import type { DutyRow } from "@/lib/coverage/queries";
import { sayRatio } from "@/lib/house-style";
import { useLocale, useWords } from "@/lib/words-client";
import { sayPeriod } from "./say-period";

/** The duties with how they stand: done of all, the present period, and what was missed. @param narrow as a list at the side */
export function DutyList({ duties, narrow = false }: { duties: readonly DutyRow[]; narrow?: boolean }) {
  const t = useWords("coverage");
  if (duties.length === 0) return <EmptyState title={t("duties.none")}>{t("duties.noneHint")}</EmptyState>;
  return (
    <>
      <div className={narrow ? "hidden" : "max-md:hidden"}>
        <Table caption={t("duties.title")}>
          <thead>
            <tr>
              <Th>{t("duties.name")}</Th>
              <Th>{t("duties.asks")}</Th>
              <Th>{t("duties.current")}</Th>
              <Th>{t("duties.missed")}</Th>
              <Th>{t("duties.year")}</Th>
              <Th number>{t("duties.last")}</Th>
            </tr>
          </thead>
          <tbody>
            {duties.map((duty) => (
              <Row duty={duty} key={duty.id} />
            ))}
          </tbody>
        </Table>
      </div>
      <ul
        className={classNames(
          "divide-y divide-line border-line border-y bg-paper",
          narrow ? undefined : "md:hidden",
        )}
      >
        {duties.map((duty) => (
          <li className="px-3 py-2" key={duty.id}>
            <Card duty={duty} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Row({ duty }: { duty: DutyRow }) {
  const t = useWords("coverage");
  const locale = useLocale();
  const { today } = useOffice();
  return (
    <tr>
      <Td className="min-w-48">
        <Link className="font-semibold text-action hover:underline" href={`/coverage/${duty.id}`}>
          {duty.name}
        </Link>
        <span className="block text-muted text-small">
          <Link className="hover:underline" href={`/tasks/${duty.task.id}`}>
            {duty.task.code} {duty.task.title ?? ""}
          </Link>
          {duty.closedOn === null
            ? ""
            : ` · ${t("duties.closed", { day: sayDay(duty.closedOn, today, locale) })}`}
        </span>
      </Td>
      <Td>
        <Asks duty={duty} />
      </Td>
      <Td>
        <Current duty={duty} />
      </Td>
      <Td>
        <Missed duty={duty} />
      </Td>
      <Td className="min-w-36">
        <Year duty={duty} />
      </Td>
      <Td number>{duty.lastOn ?? "—"}</Td>
    </tr>
  );
}

function Card({ duty }: { duty: DutyRow }) {
  return (
    <>
      <Link
        className="flex min-h-7 items-center font-semibold text-action hover:underline touch:min-h-11"
        href={`/coverage/${duty.id}`}
      >
        {duty.name}
      </Link>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-small">
        <Asks duty={duty} />
        <Current duty={duty} />
        <Missed duty={duty} />
      </div>
      <Year duty={duty} />
    </>
  );
}

function Asks({ duty }: { duty: DutyRow }) {
  const t = useWords("coverage");
  return (
    <>
      {duty.register.name} · {t(`every.${duty.every}`, { n: duty.times })}
    </>
  );
}

function Current({ duty: { current, every } }: { duty: DutyRow }) {
  const t = useWords("coverage");
  if (!current) return <span className="text-muted">{t("duties.outside")}</span>;
  if (current.owed === 0) return <span className="text-muted">{t("state.notApplicable")}</span>;
  const all = current.met === current.owed;
  const label = t("duties.metOf", {
    period: sayPeriod(t, every, current.key),
    met: current.met,
    owed: current.owed,
  });
  return <StatusMark label={label} shape={all ? "done" : "inProgress"} />;
}

function Missed({ duty }: { duty: DutyRow }) {
  const t = useWords("coverage");
  if (duty.missed === 0) return <span className="text-muted">{t("duties.noneMissed")}</span>;
  return (
    <Link className="hover:underline" href={`/coverage/${duty.id}?show=missed`}>
      <StatusMark label={t("duties.missedN", { n: duty.missed })} shape="overdue" />
    </Link>
  );
}

function Year({ duty: { done, of } }: { duty: DutyRow }) {
  const t = useWords("coverage");
  const share = of === 0 ? 0 : done / of;
  return (
    <>
      <span className="tabular">
        {t("duties.doneOf", { done, of })} {of > 0 ? sayRatio(share) : ""}
      </span>
      <ProgressBar label={t("duties.year")} value={share} />
    </>
  );
}
