import type { Words } from "../message-format";
import { numberOf } from "../supervision/notice-rules";
import type { NoticePaper } from "../supervision/queries";
import { dayIn } from "./composed-parts";
import type { Block, Draft } from "./document-rules";
import { basisOf, type Frame } from "./frame";

/** 督办单 as a letter: why, what is asked for, by when. */
export function noticePaper(
  frame: Frame,
  words: Words,
  { notice, task, to, afterName, masked }: NoticePaper,
): Draft {
  const { t, office } = frame;
  const hidden = words("hidden");
  const say = (text: string): Block => ({ kind: "text", text });
  const head = (text: string): Block => ({ kind: "heading", level: 1, text });
  const due = words(notice.level === "red" ? "paper.replyByLast" : "paper.replyBy", {
    day: dayIn(frame, notice.replyDay),
  });
  const withdrawn = notice.withdrawnAt
    ? [say(words("paper.withdrawn", { reason: notice.withdrawnWhy ?? "" }))]
    : [];
  return {
    title: `${office}${words("notice.paper")}`,
    subtitle: `${numberOf(notice)}　${words(`notice.level.${notice.level}`)}`,
    basis: basisOf(frame, t("notice.scope", { code: task.code })),
    label: task.label,
    blocks: [
      ...withdrawn,
      { kind: "flush", text: words("paper.toUnit", { unit: to }) },
      say(words("paper.body", { code: task.code, title: task.title, due: dayIn(frame, task.dueDay) })),
      head(words("paper.reasonHead")),
      say(masked ? hidden : notice.reason),
      head(words("paper.demandHead")),
      say(masked ? hidden : notice.demand),
      head(words("paper.replyHead")),
      say(`${due}${afterName ? words("paper.after", { name: afterName }) : ""}`),
      { kind: "signature", lines: [office, dayIn(frame, notice.issuedOn)] },
    ],
  };
}
