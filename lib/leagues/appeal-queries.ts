import type { Actor } from "../auth/permissions";
import { dayOf } from "../clock";
import { prisma } from "../db";
import { seenSeries } from "./queries";

export type AppealView = {
  id: number;
  version: number;
  editionNumber: number;
  memberId: number;
  memberName: string;
  text: string;
  author: string;
  day: string;
  answer: string | null;
  answeredBy: string | null;
  answeredOn: string | null;
};

/** What was held against the editions of a series and what was answered, the latest first. @throws NotFound */
export async function listAppeals(actor: Actor, seriesId: number): Promise<AppealView[]> {
  const { series, sight } = await seenSeries(actor, seriesId);
  const names = new Map(series.members.map(({ id, name }) => [id, name]));
  const rows = await prisma().appeal.findMany({
    where: { edition: { seriesId }, ...(sight !== "all" && { memberId: { in: sight } }) },
    orderBy: { id: "desc" },
    select: {
      ...{ id: true, version: true, memberId: true, text: true, author: true, at: true },
      ...{ answer: true, answeredBy: true, answeredAt: true, edition: { select: { number: true } } },
    },
  });
  return rows.map(({ edition, at, answeredAt, ...row }) => ({
    ...row,
    editionNumber: edition.number,
    memberName: names.get(row.memberId) ?? "",
    day: dayOf(at),
    answeredOn: answeredAt && dayOf(answeredAt),
  }));
}
