import { command } from "../api";
import { demand } from "../auth/demand";
import type { Actor } from "../auth/permissions";
import { now, today } from "../clock";
import type { Tx } from "../db";
import { NotFound, Refused, refuse, Stale } from "../errors";
import { journalHead } from "../events/queries";
import { changesBetween, record } from "../events/record";
import type { Prisma } from "../generated/prisma/client";
import { getMinutes, type Minutes } from "../meetings/minutes-queries";
import { getTask } from "../tasks/queries";
import { bulletin } from "./bulletin";
import type { Draft } from "./document-rules";
import { type Frame, frameFor } from "./frame";
import { ComposePaper, EditPaper, ExportPaper, IssuePaper } from "./input";
import { type ComposedKind, refusalOfEditing, refusalOfPeriod, withTables } from "./kind-rules";
import { minutesPaper } from "./minutes-paper";
import { type Body, getPaper } from "./queries";
import { report } from "./report";
import type { Period } from "./task-queries";
import { readTold } from "./told-queries";

/** Notes that somebody took a paper out, before it is handed over. @throws Forbidden, NotFound */
export const exportPaper = command("paper.export", ExportPaper, async (tx, actor, input) => {
  demand(actor, "paper.export");
  const { paperId, taskId, ...told } = input;
  if (paperId !== null) await getPaper(actor, paperId, tx);
  if (taskId !== null) await getTask(actor, taskId, tx);
  const subject = { type: "paper", id: paperId };
  record(tx, actor, { kind: "paper.export", subject, taskId, changes: changesBetween({}, told) });
  return { paperId };
});

/** Drafts a paper from the data as they stand now. @throws Forbidden, NotFound, Refused */
export const composePaper = command("paper.compose", ComposePaper, async (tx, actor, input) => {
  demand(actor, "paper.compose");
  const frame = await frameFor(actor, "zh-CN");
  const { draft, period, source, seq } = await draftOf(frame, input, tx);
  const { title, label, ...body } = draft;
  const row = { kind: input.kind, title, fromDay: period.from, toDay: period.to, label };
  const { id } = await tx.paper.create({
    data: {
      ...row,
      source,
      seq,
      body: json(body),
      accountId: actor.accountId,
      author: actor.name,
      at: now(),
    },
    select: { id: true },
  });
  const subject = { type: "paper", id };
  record(tx, actor, { kind: "paper.compose", subject, changes: changesBetween({}, { ...row, ...source }) });
  return { paperId: id };
});

// Written through JSON, as it will be read: what is not there is left out.
const json = (body: Body) => JSON.parse(JSON.stringify(body)) as Prisma.InputJsonObject;

type Asked = {
  kind: ComposedKind;
  meetingId?: number | undefined;
  from?: string | undefined;
  to?: string | undefined;
};
type Composed = { draft: Draft; period: Period; source: { meetingId?: number }; seq: number };

async function draftOf(frame: Frame, asked: Asked, tx: Tx): Promise<Composed> {
  const { kind, meetingId, from = "", to = "" } = asked;
  if (kind === "minutes") {
    const minutes: Minutes = await getMinutes(frame.actor, meetingId ?? 0);
    const day = minutes.meeting.heldOn;
    const source = { meetingId: minutes.meeting.id };
    const seq = await journalHead(tx);
    return { draft: minutesPaper(frame, minutes), period: { from: day, to: day }, source, seq };
  }
  refuse(refusalOfPeriod(from, to, today()));
  const told = await readTold(frame, { from, to });
  if (!told) throw new Refused("noPlan");
  const draft = kind === "bulletin" ? bulletin(frame, told) : report(frame, kind, told);
  return { draft, period: { from, to }, source: {}, seq: told.seq };
}

/** Changes the words and the order of a draft; figures of tables are left in or out, never typed. @throws Forbidden, NotFound, Refused, Stale */
export const editPaper = command("paper.edit", EditPaper, async (tx, actor, input) => {
  demand(actor, "paper.edit");
  const { paperId, version, title, subtitle, blocks } = input;
  const paper = await getPaper(actor, paperId, tx);
  refuse(refusalOfEditing(paper));
  const body = { ...paper.body, subtitle, blocks: withTables(blocks, paper.body.blocks) };
  await write(tx, { id: paperId, version }, { title, body: json(body) });
  const before = { title: paper.title, subtitle: paper.body.subtitle, blocks: paper.body.blocks.length };
  const changes = changesBetween(before, { title, subtitle, blocks: body.blocks.length });
  record(tx, actor, { kind: "paper.edit", subject: { type: "paper", id: paperId }, changes });
  return { paperId, version: version + 1 };
});

/** Issues a paper: from then on it is only read. @throws Forbidden, NotFound, Refused, Stale */
export const issuePaper = command("paper.issue", IssuePaper, async (tx, actor, { paperId, version }) => {
  demand(actor, "paper.issue");
  const paper = await getPaper(actor, paperId, tx);
  refuse(refusalOfEditing(paper));
  const issued = { status: "issued" as const, issuedOn: today(), issuedBy: actor.name };
  await write(tx, { id: paperId, version }, issued);
  recordIssue(tx, actor, paperId, issued);
  return { paperId, version: version + 1 };
});

function recordIssue(tx: Tx, actor: Actor, id: number, issued: Record<string, unknown>) {
  const changes = changesBetween<Record<string, unknown>>({ status: "draft" }, issued);
  record(tx, actor, { kind: "paper.issue", subject: { type: "paper", id }, changes });
}

type Version = { id: number; version: number };

async function write(
  tx: Tx,
  { id, version }: Version,
  data: Prisma.PaperUpdateManyMutationInput,
): Promise<void> {
  const where = { id, version, status: "draft" as const };
  const written = await tx.paper.updateMany({ where, data: { ...data, version: { increment: 1 } } });
  if (written.count > 0) return;
  const current = await tx.paper.findUnique({
    where: { id },
    select: { title: true, version: true, status: true },
  });
  if (!current) throw new NotFound(`paper ${id}`);
  throw new Stale(current, version);
}
