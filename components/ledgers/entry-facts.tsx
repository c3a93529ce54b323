"use client";

import type { ReactNode } from "react";
import { daysInStage } from "@/lib/ledgers/age-rules";
import { daysOverdue } from "@/lib/ledgers/rate-rules";
import type { EntryDetail } from "@/lib/ledgers/views";
import { useWords } from "@/lib/words-client";
import { sayValue } from "./say-entry";
import { StageMark } from "./stage-mark";

/** The entry in words: where it stands and since when, whose it is, and what the ledger wants to know of it. */
export function EntryFacts({ detail }: { detail: EntryDetail }) {
  const t = useWords("ledgers");
  const { ledger, entry, today, unitNames, postNames } = detail;
  const late = daysOverdue(entry, today);
  const track = ledger.tracks.find(({ key }) => key === entry.track)?.name;
  return (
    <dl className="grid grid-cols-[minmax(5em,auto)_1fr] gap-x-4 gap-y-1.5">
      <Fact name={t("column.stage")}>
        <StageMark entry={entry} stages={ledger.stages} today={today} />
      </Fact>
      {ledger.tracks.length > 0 ? <Fact name={t("column.track")}>{track ?? t("noTrack")}</Fact> : null}
      <Fact name={t("panel.since")}>
        <span className="tabular">{entry.stageSince}</span>
        {entry.writtenOffOn === null ? (
          <span className="ml-2 text-muted">{t("standsFor", { count: daysInStage(entry, today) })}</span>
        ) : null}
      </Fact>
      {entry.writtenOffOn === null && entry.stageDue ? (
        <Fact name={t("panel.due")}>
          <span className={late > 0 ? "tabular font-semibold text-red-strong" : "tabular"}>
            {entry.stageDue}
            {late > 0 ? ` ${t("overdueBy", { count: late })}` : ""}
          </span>
        </Fact>
      ) : null}
      <Fact name={t("column.unit")}>{unitNames[entry.unitId ?? 0] ?? t("noUnit")}</Fact>
      {entry.postId === null ? null : <Fact name={t("column.post")}>{postNames[entry.postId]}</Fact>}
      {entry.sponsorPostId === null ? null : (
        <Fact name={t("column.sponsor")}>{postNames[entry.sponsorPostId]}</Fact>
      )}
      {ledger.fields.map((field) => (
        <Fact key={field.key} name={field.name}>
          {entry.data[field.key] ? sayValue(field, entry.data[field.key] ?? "", t) : "—"}
        </Fact>
      ))}
      {entry.weight === 1 ? null : <Fact name={t("column.weight")}>{entry.weight}</Fact>}
      <Fact name={t("column.joined")}>
        <span className="tabular">{entry.joinedOn}</span>
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  );
}
