import { sayDay } from "../calendar/rules";
import { nameOf, say, type Told, type ToldTask } from "./composed-parts";
import { type Block, joined } from "./document-rules";
import type { Frame } from "./frame";
import type { Said } from "./task-queries";

/** More characters than these one passage of a draft does not take when somebody edits it. */
const PASSAGE = 7000;

type Of = (said: Said) => string;
const has = (said: Said, of: Of) => of(said).trim() !== "";

/** Whether anything was written that can be quoted. */
export function hasWords({ said }: ToldTask, of: Of): boolean {
  return said.some((one) => has(one, of));
}

/**
 * Everything that was written about a task in the period, by its days; a single report of the owner stands beside the name.
 * @param lead what the paper itself says first, such as why the light is red
 */
export function quote(
  frame: Frame,
  told: Told,
  task: ToldTask,
  { n, of, lead = "" }: { n: number; of: Of; lead?: string },
): Block[] {
  const said = task.said.filter((one) => has(one, of));
  const name = `${n}. ${nameOf(frame, task)}：`;
  const [only] = said;
  if (said.length === 0) return [say(name + sentence(lead))];
  if (said.length === 1 && only?.supportUnitId === null)
    return packed([name + sentence(joined(lead, of(only)))]).map(say);
  return packed([
    name + sentence(lead),
    ...said.map((one) => `${sayWhen(frame, told, one)}${sentence(of(one))}`),
  ]).map(say);
}

function sayWhen({ t, locale }: Frame, { day: last, units }: Told, { day, supportUnitId }: Said): string {
  const when = sayDay(day, last, locale);
  if (supportUnitId === null) return t("compose.said", { day: when });
  return t("compose.supported", { day: when, unit: units.get(supportUnitId) ?? "" });
}

/** Lines in as few passages as an editor takes. */
export function packed(lines: readonly string[], most = PASSAGE): string[] {
  const passages: string[] = [];
  for (const line of lines.flatMap((one) => cut(one, most))) {
    const last = passages.at(-1);
    if (last !== undefined && last.length + line.length < most)
      passages[passages.length - 1] = `${last}\n${line}`;
    else passages.push(line);
  }
  return passages;
}

function cut(line: string, most: number): string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const one of line) {
    if (piece.length + one.length > most) {
      pieces.push(piece);
      piece = "";
    }
    piece += one;
  }
  return [...pieces, piece];
}

/** With the full stop that ends it. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return /[。！？.!?]$/.test(trimmed) || trimmed === "" ? trimmed : `${trimmed}。`;
}
