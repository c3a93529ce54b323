"use client";

import type { ReactNode } from "react";
import { type Day, sayDay } from "@/lib/calendar/rules";
import type { ChangeKind } from "@/lib/meetings/change-rules";
import type { ReviewChange } from "@/lib/meetings/review-queries";
import { useLocale, useWords } from "@/lib/words-client";

const ENDINGS: readonly ChangeKind[] = ["added", "closed", "reopened", "terminated", "suspended"];

type Props = { change: ReviewChange; kinds: readonly ChangeKind[]; today: Day };

/** What changed, in one line that can be read across the room. */
export function WallMoves({ change, kinds, today }: Props) {
  const [t, tasks] = [useWords("meetings"), useWords("tasks")];
  const locale = useLocale();
  const { status, progress, dueDay, owner } = change;
  const say = (day: string | null) => (day === null ? "" : sayDay(day, today, locale));
  const statusOf = (value: string | null | undefined) => (value ? tasks(`status.${value}`) : "");
  const said = change.checkIns.findLast(({ problem, help }) => problem || help);
  return (
    <span className="line-clamp-1">
      {kinds
        .filter((kind) => ENDINGS.includes(kind))
        .map((kind) => (
          <strong className="mr-[calc(var(--u)*28)]" key={kind}>
            {t(`change.${kind}`)}
          </strong>
        ))}
      {kinds.includes("moved") ? (
        <Part>
          {statusOf(status?.from)} → {statusOf(status?.to)}
        </Part>
      ) : null}
      {kinds.includes("progressed") ? (
        <Part>
          {progress?.from === null ? "—" : `${progress?.from}%`} → {progress?.to}%
        </Part>
      ) : null}
      {kinds.includes("dueMoved") && dueDay ? (
        <Part>
          {t("column.due")} <s>{say(dueDay.from)}</s> {say(dueDay.to)}
        </Part>
      ) : null}
      {kinds.includes("ownerChanged") && owner ? (
        <Part>
          {owner.from || t("nobody")} → {owner.to}
        </Part>
      ) : null}
      {said ? (
        <Part>{said.help ? `${t("said.help")}${said.help}` : `${t("said.problem")}${said.problem}`}</Part>
      ) : null}
    </span>
  );
}

function Part({ children }: { children: ReactNode }) {
  return <span className="mr-[calc(var(--u)*28)]">{children}</span>;
}
