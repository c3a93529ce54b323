import { prisma } from "../db";
import type { Presence } from "./rules";

export type Attendee = {
  postId: number;
  post: string;
  unit: string;
  /** Who held the post on the day of the meeting. */
  name: string;
  presence: Presence | null;
  note: string;
};

/** Who was asked to a meeting, unit by unit. The caller has asked who may see meetings. */
export async function listAttendance(meetingId: number): Promise<Attendee[]> {
  const rows = await prisma().attendance.findMany({
    where: { meetingId },
    orderBy: [
      { post: { unit: { order: "asc" } } },
      { post: { unitId: "asc" } },
      { post: { order: "asc" } },
      { postId: "asc" },
    ],
    select: {
      ...{ postId: true, name: true, presence: true, note: true },
      post: { select: { name: true, unit: { select: { shortName: true } } } },
    },
  });
  return rows.map(({ post, ...row }) => ({ ...row, post: post.name, unit: post.unit.shortName }));
}
