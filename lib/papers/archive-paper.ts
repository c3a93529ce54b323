import { dayOf } from "../clock";
import type { TaskProofs } from "../proofs/queries";
import { numberOf } from "../supervision/notice-rules";
import type { TaskSupervision } from "../supervision/queries";
import type { TaskDetail } from "../tasks/detail";
import {
  type Block,
  type Cell,
  type Column,
  chineseNumber,
  type Draft,
  joined,
  type Row,
} from "./document-rules";
import { basisOf, type Frame } from "./frame";

/** 归档卷: everything that was ever written about one task, in one paper. */
export type Archive = { detail: TaskDetail; proofs: TaskProofs; supervision: TaskSupervision };

export function archivePaper(frame: Frame, archive: Archive): Draft {
  const { t } = frame;
  const { task } = archive.detail;
  const parts = [
    ["facts", facts(frame, archive.detail)],
    ["proofs", proofs(frame, archive)],
    ["reports", reports(frame, archive.detail)],
    ["supervision", supervision(frame, archive.supervision)],
    ["meetings", meetings(frame, archive.detail)],
    ["files", files(frame, archive.detail)],
    ["history", history(frame, archive.detail)],
  ] as const;
  const told = parts.filter(([, blocks]) => blocks.length > 0);
  return {
    title: t("archive.title", { code: task.code }),
    subtitle: task.title,
    basis: basisOf(frame, t("archive.scope", { code: task.code })),
    label: task.label,
    blocks: told.flatMap(([key, blocks], at): Block[] => [
      { kind: "heading", level: 1, text: `${chineseNumber(at + 1)}、${t(`archive.${key}`)}` },
      ...blocks,
    ]),
  };
}

type Wide = [key: string, kind: Column["kind"], width: number];

/** A list under the names of its columns; an empty one is left out. */
function list({ t }: Frame, columns: readonly Wide[], rows: readonly (readonly Cell[])[]): Block[] {
  if (rows.length === 0) return [];
  const named = columns.map(([key, kind, width]) => ({ title: t(`archive.column.${key}`), kind, width }));
  return [
    { kind: "table", table: { title: "", columns: named, rows: rows.map((cells): Row => ({ cells })) } },
  ];
}

const dayAt = (instant: string | null) => (instant === null ? "" : dayOf(new Date(instant)));

function facts(frame: Frame, { task, sections, unitNames, posts }: TaskDetail): Block[] {
  const { tasks } = frame;
  const post = (id: number | null) => {
    const found = id === null ? undefined : posts[id];
    return found ? [found.holders, found.name].filter(Boolean).join(" · ") : "";
  };
  const rows: [string, string][] = [
    [tasks("field.sectionId"), sections.map(({ code, title }) => `${code} ${title}`).join("；")],
    [tasks("field.goal"), task.goal],
    [tasks("field.leadUnitId"), unitNames[task.leadUnitId ?? 0] ?? ""],
    [tasks("field.supportUnitIds"), task.supportUnitIds.map((id) => unitNames[id] ?? "").join("、")],
    [tasks("field.ownerPostId"), post(task.ownerPostId)],
    [tasks("field.sponsorPostId"), post(task.sponsorPostId)],
    [tasks("field.startDay"), task.startDay],
    [
      tasks("field.dueDay"),
      task.dueDay === task.originalDueDay ? task.dueDay : `${task.dueDay}（${task.originalDueDay}）`,
    ],
    [tasks("field.status"), tasks(`status.${task.status}`)],
    [tasks("field.progress"), task.progress === null ? "" : `${task.progress}%`],
    [tasks("field.source"), [tasks(`source.${task.source}`), task.sourceRef].filter(Boolean).join("：")],
  ];
  return list(
    frame,
    [
      ["item", "text", 8],
      ["content", "text", 30],
    ],
    rows.filter(([, value]) => value !== ""),
  );
}

function proofs(frame: Frame, { proofs: { parts, milestones } }: Archive): Block[] {
  const { tasks } = frame;
  const share = (actual: number | null) => (actual === null ? null : Math.round(actual * 100));
  const shares = parts.map(({ kind, name, actual, done, of }) => [
    tasks(`proof.${kind}`),
    name,
    share(actual),
    done,
    of,
  ]);
  const steps = milestones.map(({ name, dueDay, doneOn, doneNote }) => [name, dueDay, doneOn, doneNote]);
  return [
    ...list(
      frame,
      [
        ["proof", "text", 7],
        ["name", "text", 16],
        ["share", "percent", 5],
        ["done", "count", 5],
        ["of", "count", 5],
      ],
      shares,
    ),
    ...list(
      frame,
      [
        ["milestone", "text", 14],
        ["due", "day", 7],
        ["doneOn", "day", 7],
        ["note", "text", 12],
      ],
      steps,
    ),
  ];
}

function reports(frame: Frame, { checkIns }: TaskDetail): Block[] {
  const held = checkIns.filter(({ supersededById }) => supersededById === null).reverse();
  const columns: Wide[] = [
    ["day", "day", 9],
    ["author", "text", 7],
    ["progress", "percent", 5],
    ["said", "text", 26],
    ["problem", "text", 18],
    ["next", "text", 14],
  ];
  return list(
    frame,
    columns,
    held.map((one) => [one.day, one.author, one.progress, one.done, joined(one.problem, one.help), one.next]),
  );
}

function supervision(frame: Frame, { urges, notices, extensions }: TaskSupervision): Block[] {
  const { t } = frame;
  const rows = [
    ...urges.map((one) => [dayAt(one.at), t("archive.urge"), one.author, one.text, one.reply ?? ""]),
    ...notices.map((one) => [
      one.issuedOn,
      numberOf(one),
      one.author,
      `${one.reason}\n${one.demand}`,
      one.reply ?? "",
    ]),
    ...extensions.map((one) => [
      dayAt(one.at),
      t("archive.extension", { from: one.dueDay, to: one.wantedDay }),
      one.author,
      one.reason,
      [one.grantedDay, one.answer].filter(Boolean).join(" "),
    ]),
  ].sort((a, b) => String(a[0]).localeCompare(String(b[0])));
  return list(
    frame,
    [
      ["day", "day", 9],
      ["what", "text", 12],
      ["author", "text", 8],
      ["content", "text", 22],
      ["answer", "text", 16],
    ],
    rows,
  );
}

function meetings(frame: Frame, { mentions }: TaskDetail): Block[] {
  const rows = [...mentions]
    .reverse()
    .map((one) => [one.heldOn, one.meeting, frame.t(`outcome.${one.kind}`), one.text]);
  return list(
    frame,
    [
      ["day", "day", 7],
      ["meeting", "text", 10],
      ["what", "text", 5],
      ["content", "text", 16],
    ],
    rows,
  );
}

function files(frame: Frame, { evidence }: TaskDetail): Block[] {
  const rows = [...evidence]
    .reverse()
    .map((one, at) => [at + 1, one.name, dayAt(one.at), one.author, one.note]);
  return list(
    frame,
    [
      ["number", "count", 3],
      ["file", "text", 18],
      ["day", "day", 7],
      ["author", "text", 6],
      ["note", "text", 8],
    ],
    rows,
  );
}

function history(frame: Frame, { history: events }: TaskDetail): Block[] {
  const { tasks } = frame;
  const name = (kind: string) => (tasks.has(`history.event.${kind}`) ? tasks(`history.event.${kind}`) : kind);
  const rows = [...events]
    .reverse()
    .map(({ at, actor, kind, reason }) => [dayAt(at), actor, name(kind), reason ?? ""]);
  return list(
    frame,
    [
      ["day", "day", 7],
      ["author", "text", 7],
      ["what", "text", 12],
      ["reason", "text", 14],
    ],
    rows,
  );
}
