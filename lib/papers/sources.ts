import type { Actor } from "../auth/permissions";
import { mayOnTask } from "../auth/permissions";
import { isDay } from "../calendar/rules";
import { today } from "../clock";
import { getMatrix } from "../coverage/matrix-queries";
import { readMatrix } from "../coverage/matrix-rules";
import { prisma } from "../db";
import { Forbidden, NotFound } from "../errors";
import { getSeries, getTable } from "../leagues/queries";
import { whichOf } from "../leagues/which-rules";
import { getMinutes } from "../meetings/minutes-queries";
import type { Locale } from "../message-format";
import { getRevealedProofs, getTaskProofs } from "../proofs/queries";
import { getNoticePaper, getRevealedSupervision, getTaskSupervision } from "../supervision/queries";
import { getRevealedDetail, getTaskDetail } from "../tasks/detail";
import { getTask } from "../tasks/queries";
import { wordsFor } from "../wordings";
import { type Archive, archivePaper } from "./archive-paper";
import { coveragePaper } from "./coverage-paper";
import type { Document, Draft } from "./document-rules";
import { readPaperFilter } from "./filter-rules";
import { type Frame, frameFor, takenOut } from "./frame";
import type { SourceKind } from "./kind-rules";
import { leaguePaper } from "./league-paper";
import { ledgerSource } from "./ledger-source";
import { minutesPaper } from "./minutes-paper";
import { noticePaper } from "./notice-paper";
import { progressTable, taskTable } from "./task-papers";
import { type Period, readLines } from "./task-queries";

/** Every paper that is made from the data on the spot, by its kind. */

/** `reveal`: the words of a sensitive task were asked for, and that they are read will be recorded. */
type Asked = { query: URLSearchParams; reveal: boolean };
/** `mayReveal`: this person may have the words that are masked in it. */
type Made = { draft: Draft; taskId?: number; mayReveal?: boolean };
type Source = (frame: Frame, asked: Asked) => Promise<Made>;

const SOURCES: Record<SourceKind, Source> = {
  tasks: async (frame, { query }) => {
    return { draft: taskTable(frame, await linesOf(frame, query), readPaperFilter(query)) };
  },
  progress: async (frame, { query }) => {
    const lines = await linesOf(frame, query);
    return { draft: progressTable(frame, lines, readPaperFilter(query), frame.t("span", periodOf(query))) };
  },
  ledger: (frame, { query, reveal }) => ledgerSource(frame, idOf(query), query, reveal),
  minutes: async (frame, { query }) => {
    return { draft: minutesPaper(frame, await getMinutes(frame.actor, idOf(query))) };
  },
  league: async (frame, { query }) => {
    const series = await getSeries(frame.actor, idOf(query));
    const which = whichOf(query);
    const { table } = await getTable(frame.actor, series.id, which);
    const edition = series.editions.find(({ number }) => number === which.edition)?.title;
    const head = { name: series.name, edition: edition ?? frame.t("league.live"), label: series.label };
    return { draft: leaguePaper(frame, await wordsFor(frame.locale, "leagues"), head, table) };
  },
  coverage: async (frame, { query }) => {
    const year = query.get("year");
    const text = await getMatrix(
      frame.actor,
      idOf(query),
      year && /^\d{4}$/.test(year) ? Number(year) : null,
    );
    return { draft: coveragePaper(frame, await wordsFor(frame.locale, "coverage"), readMatrix(text)) };
  },
  notice: async (frame, { query }) => {
    const paper = await getNoticePaper(frame.actor, idOf(query));
    return {
      draft: noticePaper(frame, await wordsFor(frame.locale, "supervision"), paper),
      taskId: paper.task.id,
    };
  },
  archive: async (frame, asked) => {
    const archive = await readArchive(frame.actor, idOf(asked.query), asked.reveal);
    const { task } = archive.detail;
    const mayReveal = task.label === "sensitive" && mayOnTask(frame.actor, "task.reveal", task);
    return { draft: archivePaper(frame, archive), taskId: task.id, mayReveal };
  },
};

/** A paper as this person may see it. @throws NotFound, Forbidden */
export async function makePaper(
  actor: Actor,
  kind: SourceKind,
  asked: Asked,
  locale: Locale,
): Promise<{ document: Document; taskId: number | null; mayReveal: boolean }> {
  const frame = await frameFor(actor, locale);
  const { draft, taskId = null, mayReveal = false } = await SOURCES[kind](frame, asked);
  return { document: takenOut(frame, draft), taskId, mayReveal };
}

async function readArchive(actor: Actor, id: number, reveal: boolean): Promise<Archive> {
  const tx = prisma();
  const task = await getTask(actor, id);
  if (!reveal || task.label !== "sensitive") {
    const [detail, proofs] = await Promise.all([getTaskDetail(actor, id), getTaskProofs(actor, id)]);
    return { detail, proofs, supervision: await getTaskSupervision(actor, id) };
  }
  if (!mayOnTask(actor, "task.reveal", task)) throw new Forbidden("task.reveal");
  const [detail, proofs] = await Promise.all([
    getRevealedDetail(actor, task, tx),
    getRevealedProofs(actor, task, tx),
  ]);
  return { detail, proofs, supervision: await getRevealedSupervision(actor, task, tx) };
}

function idOf(query: URLSearchParams): number {
  const id = query.get("id") ?? "";
  if (!/^[1-9]\d{0,8}$/.test(id)) throw new NotFound(`paper of ${id}`);
  return Number(id);
}

async function linesOf({ actor, setting }: Frame, query: URLSearchParams) {
  const lines = await readLines(actor, setting, readPaperFilter(query), periodOf(query));
  if (!lines) throw new NotFound("plan");
  return lines;
}

/** The days asked for; without them this year until today. */
function periodOf(query: URLSearchParams): Period {
  const [from, to] = [query.get("from") ?? "", query.get("to") ?? ""];
  return { from: isDay(from) ? from : `${today().slice(0, 4)}-01-01`, to: isDay(to) ? to : today() };
}
