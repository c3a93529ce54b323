import { command } from "../api";
import { demand } from "../auth/demand";
import type { Tx } from "../db";
import { NotFound, refuse } from "../errors";
import { record } from "../events/record";
import { holdMeeting } from "./hold";
import { SetAttendance } from "./input";
import { refusalOfWriting } from "./rules";
import { tellMeeting } from "./tell";

/** Says who was asked to a meeting and who came; posts that were not asked yet are asked by it. @throws Forbidden, NotFound, Refused */
export const setAttendance = command("attendance.set", SetAttendance, async (tx, actor, input) => {
  demand(actor, "agenda.change");
  const meeting = await holdMeeting(tx, input.meetingId, "change");
  refuse(refusalOfWriting(meeting));
  const { id: meetingId, heldOn } = meeting;
  const names = await holdersOn(
    tx,
    input.rows.map(({ postId }) => postId),
    heldOn,
  );
  for (const { postId, ...said } of input.rows) {
    const name = names.get(postId);
    if (name === undefined) throw new NotFound(`post ${postId}`);
    await tx.attendance.upsert({
      where: { meetingId_postId: { meetingId, postId } },
      create: { meetingId, postId, name, ...said },
      update: said,
    });
  }
  await tx.attendance.deleteMany({ where: { meetingId, postId: { in: input.remove } } });
  const came = input.rows.map(({ postId, presence, note }) => [postId, presence, note]);
  record(tx, actor, {
    ...{ kind: "attendance.set", subject: { type: "meeting", id: meetingId } },
    changes: { rows: [null, came], ...(input.remove.length > 0 && { removed: [input.remove, null] }) },
  });
  await tellMeeting(tx, meetingId);
  return { meetingId };
});

type Invited = {
  meetingId: number;
  heldOn: string;
  seriesId?: number | null;
  postIds?: number[] | undefined;
};

/** Asks posts to a meeting that was just made: those named, otherwise those of its series. */
export async function invite(
  tx: Tx,
  { meetingId, heldOn, seriesId = null, postIds }: Invited,
): Promise<number[]> {
  const members = { where: { seriesId: seriesId ?? -1 }, select: { postId: true } };
  const asked = postIds ?? (await tx.meetingSeriesPost.findMany(members)).map(({ postId }) => postId);
  const names = await holdersOn(tx, asked, heldOn);
  if (names.size < new Set(asked).size) throw new NotFound("post");
  await tx.attendance.createMany({ data: [...names].map(([postId, name]) => ({ meetingId, postId, name })) });
  return [...names.keys()];
}

/** Writes the names anew of those whose coming nobody noted yet, after the day of the meeting was moved. */
export async function renameInvited(tx: Tx, meetingId: number, heldOn: string): Promise<void> {
  const rows = await tx.attendance.findMany({
    where: { meetingId, presence: null },
    select: { postId: true },
  });
  for (const [postId, name] of await holdersOn(
    tx,
    rows.map(({ postId }) => postId),
    heldOn,
  ))
    await tx.attendance.update({ where: { meetingId_postId: { meetingId, postId } }, data: { name } });
}

/** Who holds each post on a day, by the post's id; "" where nobody does. Posts that do not exist are left out. */
async function holdersOn(tx: Tx, postIds: readonly number[], day: string): Promise<Map<number, string>> {
  const rows = await tx.post.findMany({
    where: { id: { in: [...postIds] } },
    orderBy: { id: "asc" },
    select: {
      id: true,
      holdings: {
        where: { fromDay: { lte: day }, OR: [{ toDay: null }, { toDay: { gte: day } }] },
        orderBy: { fromDay: "asc" },
        select: { person: { select: { name: true } } },
      },
    },
  });
  return new Map(rows.map(({ id, holdings }) => [id, holdings.map(({ person }) => person.name).join("、")]));
}
