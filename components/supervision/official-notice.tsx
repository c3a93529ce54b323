"use client";

import { useOffice } from "@/components/data/office";
import type { BoardTask } from "@/lib/board/rules";
import { sayDay } from "@/lib/calendar/rules";
import { sayMoment } from "@/lib/house-style";
import { numberOf } from "@/lib/supervision/notice-rules";
import type { Notice } from "@/lib/supervision/queries";
import { useLocale, useWords } from "@/lib/words-client";

type Props = { notice: Notice; task: BoardTask; to: string; afterName: string | null; masked: boolean };

/** No year is left out on paper. */
const ELSEWHERE = "1900-01-01";

/** The letter itself, laid out as GB/T 9704 asks; its look stands in globals.css. */
export function OfficialNotice({ notice, task, to, afterName, masked }: Props) {
  const t = useWords("supervision");
  const locale = useLocale();
  const { officeName } = useOffice();
  const say = (day: string) => sayDay(day, ELSEWHERE, locale);
  const hidden = t("hidden");
  return (
    <article className="official" data-print="official">
      <p className="official-head">
        <span>{numberOf(notice)}</span>
        <span>{t(`notice.level.${notice.level}`)}</span>
      </p>
      <h2 className="official-title">
        <span className="block">{officeName}</span>
        {t("notice.paper")}
      </h2>
      {notice.withdrawnAt ? (
        <p className="official-void">{t("paper.withdrawn", { reason: notice.withdrawnWhy ?? "" })}</p>
      ) : null}
      <p className="official-to">{t("paper.toUnit", { unit: to })}</p>
      <p>{t("paper.body", { code: task.code, title: task.title, due: say(task.dueDay) })}</p>
      <h3>{t("paper.reasonHead")}</h3>
      <p>{masked ? hidden : notice.reason}</p>
      <h3>{t("paper.demandHead")}</h3>
      <p>{masked ? hidden : notice.demand}</p>
      <h3>{t("paper.replyHead")}</h3>
      <p>
        {t(notice.level === "red" ? "paper.replyByLast" : "paper.replyBy", { day: say(notice.replyDay) })}
        {afterName ? t("paper.after", { name: afterName }) : null}
      </p>
      <p className="official-sign">
        <span className="block">{officeName}</span>
        {say(notice.issuedOn)}
      </p>
      <Receipt masked={masked} notice={notice} />
    </article>
  );
}

/** Who took it, what came back and how it ended; empty lines are filled by hand on paper. */
function Receipt({ notice, masked }: { notice: Notice; masked: boolean }) {
  const t = useWords("supervision");
  const locale = useLocale();
  const say = (by: string | null, at: string | null) =>
    at === null ? "" : `${by ?? ""} ${sayMoment(new Date(at), ELSEWHERE, locale)}`;
  const reply = masked ? t("hidden") : notice.reply;
  return (
    <table className="official-receipt" data-keep>
      <caption>{t("paper.receipt")}</caption>
      <tbody>
        <tr>
          <th scope="row">{t("paper.receivedBy")}</th>
          <td>{say(notice.receivedBy, notice.receivedAt) || t("paper.pending")}</td>
        </tr>
        <tr>
          <th scope="row">{t("paper.reply")}</th>
          <td>
            {notice.reply === null ? t("paper.noReply") : reply}
            {notice.repliedAt ? (
              <span className="block">{say(notice.repliedBy, notice.repliedAt)}</span>
            ) : null}
          </td>
        </tr>
        <tr>
          <th scope="row">{t("paper.result")}</th>
          <td>{say(notice.settledBy, notice.settledAt) || t("paper.notSettled")}</td>
        </tr>
      </tbody>
    </table>
  );
}
