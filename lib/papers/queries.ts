import { type Actor, may } from "../auth/permissions";
import { prisma, type Tx } from "../db";
import { NotFound } from "../errors";
import type { Block, Document, Draft, Label } from "./document-rules";
import { type Frame, takenOut } from "./frame";
import type { ComposedKind } from "./kind-rules";

/** The papers that were drafted and issued, for those who may read them. */

export type PaperHead = {
  id: number;
  kind: ComposedKind;
  title: string;
  fromDay: string;
  toDay: string;
  status: "draft" | "issued";
  issuedOn: string | null;
  issuedBy: string | null;
  label: Label;
  author: string;
  version: number;
};
export type Body = Pick<Draft, "subtitle" | "basis" | "blocks">;
export type Paper = PaperHead & { body: Body };

const HEAD = {
  ...{ id: true, kind: true, title: true, fromDay: true, toDay: true, status: true },
  ...{ issuedOn: true, issuedBy: true, label: true, author: true, version: true },
} as const;

/** Drafts are seen by those who write them; what is issued by everybody who sees all that it tells. */
export function maySeePaper(actor: Actor, { status, label }: Pick<PaperHead, "status" | "label">): boolean {
  if (may(actor, "paper.edit")) return true;
  if (status === "draft" || label === "sensitive" || !may(actor, "paper.see")) return false;
  return label === "open" || may(actor, "paper.seeInternal");
}

/** The latest first. */
export async function listPapers(actor: Actor): Promise<PaperHead[]> {
  if (!may(actor, "paper.see")) return [];
  const rows = await prisma().paper.findMany({ orderBy: { id: "desc" }, take: 300, select: HEAD });
  return rows
    .map((row) => ({ ...row, kind: row.kind as ComposedKind }))
    .filter((row) => maySeePaper(actor, row));
}

/** @throws NotFound also when it is hidden */
export async function getPaper(actor: Actor, id: number, tx: Tx = prisma()): Promise<Paper> {
  const row = await tx.paper.findUnique({ where: { id }, select: { ...HEAD, body: true } });
  const paper = row && { ...row, kind: row.kind as ComposedKind, body: row.body as unknown as Body };
  if (!paper || !maySeePaper(actor, paper)) throw new NotFound(`paper ${id}`);
  return paper;
}

/** The paper as this person takes it out; a draft says on its head that it is one. */
export function documentOf(frame: Frame, { title, label, status, body }: Paper): Document {
  const { subtitle, basis, blocks } = body;
  const shown: readonly string[] = status === "draft" ? [frame.t("draftMark"), ...basis] : basis;
  return takenOut(frame, { title, subtitle, basis: shown, label, blocks: blocks as readonly Block[] });
}
