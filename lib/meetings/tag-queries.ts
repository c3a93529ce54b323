import { demand } from "../auth/demand";
import type { Actor } from "../auth/permissions";
import { prisma } from "../db";
import { NotFound } from "../errors";
import { journalHead } from "../events/queries";

/** Changes whenever the meeting or what was written in it does; the rest of its picture is frozen. @throws NotFound, Forbidden */
export async function getMeetingTag(actor: Actor, id: number): Promise<string> {
  demand(actor, "meeting.see");
  const meeting = await prisma().meeting.findUnique({
    where: { id },
    select: { version: true, status: true },
  });
  if (!meeting) throw new NotFound("meeting");
  const where = { meetingId: id };
  const [last, items, came] = await Promise.all([
    prisma().outcome.aggregate({ where, _max: { id: true } }),
    prisma().agendaItem.aggregate({
      where,
      _count: true,
      _max: { id: true, startedAt: true },
      _sum: { version: true, spentSeconds: true },
    }),
    prisma().attendance.findMany({
      where,
      orderBy: { postId: "asc" },
      select: { postId: true, presence: true, note: true },
    }),
  ]);
  const head = meeting.status === "draft" ? await journalHead() : null;
  return JSON.stringify([id, head, meeting.version, last._max.id, items, came]);
}

/** @throws NotFound when there is no such meeting */
export async function mustBeMeeting(id: number): Promise<void> {
  if ((await prisma().meeting.count({ where: { id } })) === 0) throw new NotFound(`meeting ${id}`);
}
