"use client";

import { useState } from "react";
import { CommandProblem } from "@/components/data/command-problem";
import { runCommand } from "@/components/data/use-command";
import { Button } from "@/components/ui/button";
import { Chip, Chips } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/empty-state";
import { PersonName } from "@/components/ui/person-name";
import { notify } from "@/components/ui/toast-queue";
import type { Attendee } from "@/lib/meetings/attendance-queries";
import { PRESENCES, type Presence } from "@/lib/meetings/rules";
import { useWords } from "@/lib/words-client";
import { NoteField } from "./attendance-note";
import { useLive } from "./live";

type Row = { postId: number; presence: Presence | null; note: string };

/** Who was asked to the meeting and who came: one tap each. */
export function Attendance() {
  const t = useWords("agenda");
  const { attendance, rights } = useLive().review.agenda;
  const send = useSending();
  const rest = attendance.filter(({ presence }) => presence === null);
  if (attendance.length === 0)
    return <EmptyState title={t("attendance.none")}>{t("attendance.noneWhy")}</EmptyState>;
  return (
    <section aria-label={t("attendance.title")}>
      <div className="mb-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="tabular text-muted">{sayCounts(attendance, t)}</p>
        {rights.record && rest.length > 0 ? (
          <Button
            className="print:hidden"
            onClick={() => void send(rest.map(({ postId, note }) => ({ postId, note, presence: "present" })))}
            size="sm"
          >
            {t(rest.length === attendance.length ? "attendance.all" : "attendance.rest", {
              count: rest.length,
            })}
          </Button>
        ) : null}
      </div>
      <ul className="border-line border-y bg-paper">
        {attendance.map((one) => (
          <AttendeeRow key={one.postId} mayWrite={rights.record} one={one} send={send} />
        ))}
      </ul>
    </section>
  );
}

/** Sends who came; what is on its way is shown at once. */
function useSending() {
  const { refresh } = useLive();
  const { id } = useLive().review.meeting;
  return async (rows: Row[]) => {
    try {
      await runCommand("attendance.set", { meetingId: id, rows });
    } catch (error) {
      if (!(error instanceof CommandProblem)) throw error;
      notify({ text: error.title, tone: "error" });
    }
    await refresh();
  };
}

type RowProps = { one: Attendee; mayWrite: boolean; send: (rows: Row[]) => Promise<void> };

function AttendeeRow({ one, mayWrite, send }: RowProps) {
  const t = useWords("agenda");
  const { postId, name, post, unit, presence, note } = one;
  const [wanted, setWanted] = useState<{ presence: Presence | null } | null>(null);
  const shown = wanted ? wanted.presence : presence;
  const choose = async (to: Presence) => {
    // The same tap again takes it back.
    const next = shown === to ? null : to;
    setWanted({ presence: next });
    await send([{ postId, note, presence: next }]);
    setWanted(null);
  };
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1.5 border-line border-b px-3 py-1.5 last:border-b-0">
      <span className="min-w-[14em] flex-1">
        <PersonName name={name || t("attendance.vacant")} note={`${unit} ${post}`} />
      </span>
      {mayWrite ? (
        <span className="print:hidden">
          <Chips label={t("attendance.of", { name: name || post })}>
            {PRESENCES.map((key) => (
              <Chip key={key} onToggle={() => void choose(key)} selected={shown === key}>
                {t(`presence.${key}`)}
              </Chip>
            ))}
          </Chips>
        </span>
      ) : null}
      <span className={mayWrite ? "hidden print:inline" : undefined}>
        {shown ? t(`presence.${shown}`) : t("attendance.unknown")}
      </span>
      <NoteField
        key={note}
        label={t("attendance.note", { name: name || post })}
        mayWrite={mayWrite && shown !== null && shown !== "present"}
        note={note}
        onKeep={(text) => void send([{ postId, presence, note: text }])}
      />
    </li>
  );
}

/** 应到 12 人，实到 10 人，替会 1 人，请假 1 人. */
export function sayCounts(
  attendance: readonly Attendee[],
  t: (key: string, values?: Record<string, number>) => string,
): string {
  const of = (presence: Presence) => attendance.filter((one) => one.presence === presence).length;
  const parts = PRESENCES.filter((presence) => of(presence) > 0).map((presence) =>
    t(`attendance.count.${presence}`, { count: of(presence) }),
  );
  return [t("attendance.count.asked", { count: attendance.length }), ...parts].join(
    t("attendance.count.between"),
  );
}
