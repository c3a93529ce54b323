import { sayDay } from "../calendar/rules";
import type { Minutes, MinutesItem, MinutesOutcome } from "../meetings/minutes-queries";
import { type Block, chineseNumber, type Draft, type Row } from "./document-rules";
import { basisOf, ELSEWHERE, type Frame } from "./frame";

/** 会议纪要: who came, what was talked about and decided, and who does what by when. */
export function minutesPaper(frame: Frame, minutes: Minutes): Draft {
  const { t } = frame;
  const { meeting } = minutes;
  const talked = minutes.items.filter(wasTalkedOf);
  const left = minutes.items.filter((item) => !wasTalkedOf(item));
  const parts = [
    talkedOf(frame, talked),
    decidedBesides(frame, minutes.outcomesWithoutItem),
    leftOver(frame, left),
  ];
  const blocks = parts.filter((part) => part.length > 0).flatMap((part, at) => numbered(part, at + 1));
  return {
    title: t("minutes.title", { title: meeting.title }),
    subtitle:
      meeting.number === null ? "" : t("minutes.number", { name: meeting.seriesName, n: meeting.number }),
    basis: basisOf(frame, t("minutes.scope", { title: meeting.title })),
    label: minutes.sensitive ? "sensitive" : "internal",
    blocks: [...headOf(frame, minutes), ...blocks, ...assigned(frame, minutes)],
  };
}

function wasTalkedOf({ state, record, outcomes }: MinutesItem): boolean {
  return state === "discussed" || record !== "" || outcomes.length > 0;
}

/** A meeting may have hundreds of items that nobody came to. */
const LEFT_NAMED = 30;

const text = (words: string): Block => ({ kind: "text", text: words });

function headOf({ t, locale }: Frame, { meeting, attendance }: Minutes): Block[] {
  const time = `${sayDay(meeting.heldOn, ELSEWHERE, locale)} ${meeting.startTime}`.trim();
  const facts: [string, string][] = [
    ["time", time],
    ["place", meeting.place],
    ["chair", meeting.chair],
    ["present", attendance.present.join("、")],
    ["substitute", attendance.substitute.join("、")],
    ["leave", attendance.leave.join("、")],
    ["absent", attendance.absent.join("、")],
    ["invited", attendance.invited.join("、")],
    ["recorder", meeting.recorder],
  ];
  return facts
    .filter(([, value]) => value !== "")
    .map(([key, value]) => text(t(`minutes.${key}`, { value })));
}

function talkedOf(frame: Frame, items: readonly MinutesItem[]): Block[] {
  if (items.length === 0) return [];
  const { t } = frame;
  const each = items.flatMap((item, at): Block[] => [
    { kind: "heading", level: 2, text: `（${chineseNumber(at + 1)}）${titleOf(item)}` },
    ...(item.reason ? [text(t("minutes.reason", { reason: item.reason }))] : []),
    ...(item.record ? [text(item.record)] : []),
    ...item.outcomes.map((outcome, place) => text(`${place + 1}. ${sayOutcome(frame, outcome)}`)),
  ]);
  return [{ kind: "heading", level: 1, text: t("minutes.talked") }, ...each];
}

function decidedBesides(frame: Frame, outcomes: readonly MinutesOutcome[]): Block[] {
  if (outcomes.length === 0) return [];
  return [
    { kind: "heading", level: 1, text: frame.t("minutes.besides") },
    ...outcomes.map((outcome, at) => text(`${at + 1}. ${sayOutcome(frame, outcome)}`)),
  ];
}

function leftOver({ t }: Frame, items: readonly MinutesItem[]): Block[] {
  if (items.length === 0) return [];
  return [
    { kind: "heading", level: 1, text: t("minutes.left") },
    text(
      t("minutes.leftList", { list: items.slice(0, LEFT_NAMED).map(titleOf).join("；"), n: items.length }),
    ),
  ];
}

/** Headings are counted when it is known which of them are there. */
function numbered(part: readonly Block[], n: number): Block[] {
  return part.map((block) =>
    block.kind === "heading" && block.level === 1
      ? { ...block, text: `${chineseNumber(n)}、${block.text}` }
      : block,
  );
}

const titleOf = ({ title, taskCode }: MinutesItem) =>
  taskCode && !title.startsWith(taskCode) ? `${taskCode} ${title}` : title;

function sayOutcome(
  { t, locale }: Frame,
  { kind, text: said, taskCode, taskTitle, owner, dueDay }: MinutesOutcome,
): string {
  const about = taskCode === "" || said.includes(taskTitle) ? taskCode : `${taskCode} ${taskTitle}`;
  const due = dueDay === null ? "" : sayDay(dueDay, ELSEWHERE, locale);
  const more = [
    about,
    kind === "assignment" ? owner : "",
    kind === "assignment" && due ? t("minutes.by", { day: due }) : "",
  ];
  const whole = more.filter(Boolean).join("，");
  return t(whole ? "minutes.outcomeOf" : "minutes.outcome", {
    kind: t(`outcome.${kind}`),
    text: said,
    about: whole,
  });
}

/** What was handed out, once more as a list to work from. */
function assigned(frame: Frame, { items, outcomesWithoutItem }: Minutes): Block[] {
  const { t } = frame;
  const all = [...items.flatMap(({ outcomes }) => outcomes), ...outcomesWithoutItem];
  const handed = all.filter(({ kind, taskCode }) => kind === "assignment" && taskCode !== "");
  if (handed.length === 0) return [];
  const rows = handed.map(
    (one, at): Row => ({ cells: [at + 1, one.taskTitle, one.owner, one.dueDay, one.taskCode] }),
  );
  const columns = [
    { title: t("column.number"), kind: "count", width: 3 },
    { title: t("column.matter"), kind: "text", width: 18 },
    { title: t("column.owner"), kind: "text", width: 9 },
    { title: t("column.due"), kind: "day", width: 9 },
    { title: t("column.code"), kind: "text", width: 5 },
  ] as const;
  return [{ kind: "table", table: { title: t("minutes.assigned"), columns: [...columns], rows } }];
}
