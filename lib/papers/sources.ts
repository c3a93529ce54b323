import type { Actor } from "../auth/permissions";
import { isDay } from "../calendar/rules";
import { today } from "../clock";
import { NotFound } from "../errors";
import { getMinutes } from "../meetings/minutes-queries";
import type { Locale } from "../message-format";
import type { Document, Draft, Label } from "./document-rules";
import { readPaperFilter } from "./filter-rules";
import { type Frame, frameFor, takenOut } from "./frame";
import type { SourceKind } from "./kind-rules";
import { minutesPaper } from "./minutes-paper";
import { progressTable, taskTable } from "./task-papers";
import { type Period, readLines } from "./task-queries";

/** Every paper that is made from the data on the spot, by its kind. */

export type Made = { draft: Draft; taskId: number | null };
type Source = (frame: Frame, asked: URLSearchParams) => Promise<Made>;

const SOURCES: Record<SourceKind, Source> = {
  tasks: async (frame, asked) => {
    const filter = readPaperFilter(asked);
    const lines = await linesOf(frame, asked);
    return plain(taskTable(frame, lines, filter));
  },
  progress: async (frame, asked) => {
    const filter = readPaperFilter(asked);
    const lines = await linesOf(frame, asked);
    const { from, to } = periodOf(asked);
    return plain(progressTable(frame, lines, filter, frame.t("span", { from, to })));
  },
  minutes: async (frame, asked) => plain(minutesPaper(frame, await getMinutes(frame.actor, idOf(asked)))),
};

/** A paper as this person may see it. @throws NotFound, Forbidden */
export async function makePaper(
  actor: Actor,
  kind: SourceKind,
  asked: URLSearchParams,
  locale: Locale,
): Promise<{ document: Document; label: Label; taskId: number | null }> {
  const frame = await frameFor(actor, locale);
  const { draft, taskId } = await SOURCES[kind](frame, asked);
  return { document: takenOut(frame, draft), label: draft.label, taskId };
}

const plain = (draft: Draft): Made => ({ draft, taskId: null });

function idOf(asked: URLSearchParams): number {
  const id = asked.get("id") ?? "";
  if (!/^[1-9]\d{0,8}$/.test(id)) throw new NotFound(`paper of ${id}`);
  return Number(id);
}

async function linesOf({ actor, setting }: Frame, asked: URLSearchParams) {
  const lines = await readLines(actor, setting, readPaperFilter(asked), periodOf(asked));
  if (!lines) throw new NotFound("plan");
  return lines;
}

/** The days asked for; without them this year until today. */
function periodOf(asked: URLSearchParams): Period {
  const [from, to] = [asked.get("from") ?? "", asked.get("to") ?? ""];
  return { from: isDay(from) ? from : `${today().slice(0, 4)}-01-01`, to: isDay(to) ? to : today() };
}
