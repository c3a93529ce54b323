import type { Actor } from "../auth/permissions";
import { NotFound } from "../errors";
import type { Locale } from "../message-format";
import type { Document } from "./document-rules";
import { frameFor } from "./frame";
import { type ComposedKind, type SourceKind, sourceKindOf } from "./kind-rules";
import { documentOf, getPaper } from "./queries";
import { makePaper } from "./sources";

/** Where a paper came from, as the record of its export names it. */
export type Origin = {
  kind: SourceKind | ComposedKind;
  asked: string;
  paperId: number | null;
  taskId: number | null;
};

/** `mayReveal`: what is masked in it may be taken out by this person. */
type Shown = { document: Document; origin: Origin; mayReveal: boolean };

/** Any paper by its address: `composed` with the number of a draft, otherwise one that is made on the spot.
 * @param reveal the words of a sensitive task are wanted, and the caller records that they were read
 * @throws NotFound, Forbidden */
export async function paperOf(
  actor: Actor,
  kind: string,
  asked: URLSearchParams,
  locale: Locale,
  reveal = false,
): Promise<Shown> {
  if (kind === "composed") return composedOf(actor, asked, locale);
  const known = sourceKindOf(kind);
  if (!known) throw new NotFound(`paper ${kind}`);
  const { document, taskId, mayReveal } = await makePaper(actor, known, { query: asked, reveal }, locale);
  const origin = { kind: known, asked: askedText(asked), paperId: null, taskId };
  return { document, origin, mayReveal };
}

async function composedOf(actor: Actor, asked: URLSearchParams, locale: Locale): Promise<Shown> {
  const id = asked.get("id") ?? "";
  if (!/^[1-9]\d{0,8}$/.test(id)) throw new NotFound(`paper ${id}`);
  const paper = await getPaper(actor, Number(id));
  const document = documentOf(await frameFor(actor, locale), paper);
  const origin = { kind: paper.kind, asked: "", paperId: paper.id, taskId: null };
  return { document, origin, mayReveal: false };
}

/** How a paper or the page it was asked from is looked at. */
const LOOKS = ["format", "all", "view", "entry", "plot"];

/** What narrows the paper, without how it is written. */
export function askedText(asked: URLSearchParams): string {
  const rest = new URLSearchParams(asked);
  for (const name of LOOKS) rest.delete(name);
  return rest.toString().slice(0, 2000);
}
