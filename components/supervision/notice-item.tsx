"use client";

import Link from "next/link";
import { useOffice } from "@/components/data/office";
import { sayInstant } from "@/components/tasks/say";
import { classNames } from "@/components/ui/class-names";
import type { BoardTask } from "@/lib/board/rules";
import { sayDay } from "@/lib/calendar/rules";
import { daysLapsed, isProposed, noticeState, numberOf } from "@/lib/supervision/notice-rules";
import type { Notice } from "@/lib/supervision/queries";
import { useLocale, useWords } from "@/lib/words-client";
import { LevelMark } from "./level-mark";
import { NoticeActions } from "./notice-actions";
import { TaskLine } from "./task-line";

type Props = { notice: Notice; task: BoardTask; named?: boolean; masked: boolean; onChanged: () => void };

/** One notice: its rung and number, how it stands, what it says, and what is next. `named`: says which task as well. */
export function NoticeItem({ notice, task, named = false, masked, onChanged }: Props) {
  const t = useWords("supervision");
  const locale = useLocale();
  const { today } = useOffice();
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 py-2.5">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <LevelMark level={notice.level} />
          <Link className="font-semibold hover:underline" href={`/supervision/notices/${notice.id}`}>
            {numberOf(notice)}
          </Link>
          <State notice={notice} />
          <span className="text-muted text-small">
            {t("notice.by", { by: notice.author, day: sayDay(notice.issuedOn, today, locale) })}
          </span>
        </p>
        {named ? (
          <div className="mt-1">
            <TaskLine task={task} />
          </div>
        ) : null}
        {masked ? (
          <p className="text-muted text-small">{t("hidden")}</p>
        ) : (
          <Said notice={notice} short={named} />
        )}
        {!named && isProposed(notice, task, today) ? (
          <p className="mt-1 text-red-strong text-small">{t("notice.proposed")}</p>
        ) : null}
      </div>
      <div className="flex flex-wrap items-center gap-2 print:hidden">
        <NoticeActions notice={notice} onChanged={onChanged} task={task} />
      </div>
    </li>
  );
}

/** How it stands; while it runs also by when a reply is due. */
export function State({ notice }: { notice: Notice }) {
  const t = useWords("supervision");
  const locale = useLocale();
  const { today } = useOffice();
  const state = noticeState(notice, today);
  const waiting = state === "issued" || state === "received";
  const late = state === "replied" && notice.repliedOn !== null && notice.repliedOn > notice.replyDay;
  return (
    <span className="flex flex-wrap gap-x-2 text-ui">
      <span className={classNames(state === "lapsed" && "font-semibold text-red-strong")}>
        {state === "lapsed"
          ? t("notice.lapsedDays", { days: daysLapsed(notice, today) })
          : t(`notice.state.${state}`)}
        {late ? ` · ${t("notice.late")}` : null}
      </span>
      {waiting ? (
        <span className="text-muted">
          {t("notice.replyBy", { day: sayDay(notice.replyDay, today, locale) })}
        </span>
      ) : null}
    </span>
  );
}

function Said({ notice, short }: { notice: Notice; short: boolean }) {
  const t = useWords("supervision");
  const locale = useLocale();
  const { today } = useOffice();
  return (
    <div className="mt-1 space-y-1">
      <p className={classNames("measure", short && "line-clamp-2")}>{notice.reason}</p>
      {short ? null : (
        <p className="measure">
          <span className="mr-1 text-muted text-small">{t("notice.demand")}</span>
          {notice.demand}
        </p>
      )}
      {notice.receivedAt && notice.reply === null ? (
        <p className="text-muted text-small">
          {t("notice.receivedBy", {
            by: notice.receivedBy ?? "",
            at: sayInstant(notice.receivedAt, today, locale),
          })}
        </p>
      ) : null}
      {notice.reply !== null && notice.repliedAt ? (
        <div className="measure border-line border-l-2 pl-2">
          <span className="block text-muted text-small">
            {t("notice.repliedBy", {
              by: notice.repliedBy ?? "",
              at: sayInstant(notice.repliedAt, today, locale),
            })}
          </span>
          {notice.reply}
          <Files notice={notice} />
        </div>
      ) : null}
      {notice.withdrawnWhy ? (
        <p className="measure">{t("notice.withdrawnWhy", { reason: notice.withdrawnWhy })}</p>
      ) : null}
    </div>
  );
}

/** The files that came with a reply. */
export function Files({ notice }: { notice: Notice }) {
  const t = useWords("supervision");
  if (notice.evidence.length === 0) return null;
  return (
    <ul aria-label={t("notice.files")} className="flex flex-wrap gap-x-3">
      {notice.evidence.map(({ id, name }) => (
        <li key={id}>
          <a
            className="break-all text-action text-ui hover:underline"
            download={name}
            href={`/api/files/${id}`}
          >
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}
