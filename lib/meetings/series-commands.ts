import { command } from "../api";
import { demand } from "../auth/demand";
import { today } from "../clock";
import type { Tx } from "../db";
import { NotFound, refuse, Stale } from "../errors";
import { changesBetween, record } from "../events/record";
import { AddSeries, CloseSeries, EditSeries } from "./input";
import { refusalOfRhythm, refusalOfSeries } from "./series-rules";

type Fields = ReturnType<typeof AddSeries.parse>;

/** Begins a series of meetings. @throws Forbidden, NotFound, Refused */
export const addSeries = command(
  "meetingSeries.add",
  AddSeries,
  async (tx, actor, { postIds, ...fields }) => {
    demand(actor, "meetingSeries.change");
    refuse(refusalOfRhythm(fields));
    await mustBeFree(tx, fields.name, 0);
    const { id } = await tx.meetingSeries.create({ data: fields, select: { id: true } });
    await setMembers(tx, id, postIds);
    const changes = changesBetween({}, { ...fields, postIds });
    record(tx, actor, { kind: "meetingSeries.add", subject: { type: "meetingSeries", id }, changes });
    return { seriesId: id };
  },
);

/** Changes a series; meetings that were planned before stay as they are. @throws Forbidden, NotFound, Refused, Stale */
export const editSeries = command("meetingSeries.edit", EditSeries, async (tx, actor, input) => {
  demand(actor, "meetingSeries.change");
  const { seriesId, version, postIds, ...fields } = input;
  const before = await holdSeries(tx, seriesId, version);
  refuse(refusalOfRhythm(fields));
  await mustBeFree(tx, fields.name, seriesId);
  await tx.meetingSeries.update({ where: { id: seriesId }, data: { ...fields, version: { increment: 1 } } });
  await tx.meetingSeriesPost.deleteMany({ where: { seriesId } });
  await setMembers(tx, seriesId, postIds);
  const changes = changesBetween<Record<string, unknown>>(before, { ...fields, postIds });
  record(tx, actor, {
    kind: "meetingSeries.edit",
    subject: { type: "meetingSeries", id: seriesId },
    changes,
  });
  return { seriesId, version: version + 1 };
});

/** Ends a series: its meetings stay, no more are planned. @throws Forbidden, NotFound, Refused, Stale */
export const closeSeries = command(
  "meetingSeries.close",
  CloseSeries,
  async (tx, actor, { seriesId, version }) => {
    demand(actor, "meetingSeries.change");
    await holdSeries(tx, seriesId, version);
    const data = { closedOn: today(), version: { increment: 1 } };
    await tx.meetingSeries.update({ where: { id: seriesId }, data });
    const changes = changesBetween({}, { closedOn: today() });
    record(tx, actor, {
      kind: "meetingSeries.close",
      subject: { type: "meetingSeries", id: seriesId },
      changes,
    });
    return { seriesId };
  },
);

async function holdSeries(tx: Tx, id: number, version: number): Promise<Fields> {
  await tx.$queryRaw`SELECT id FROM "MeetingSeries" WHERE id = ${id} FOR NO KEY UPDATE`;
  const found = await tx.meetingSeries.findUnique({
    where: { id },
    include: { members: { orderBy: { postId: "asc" }, select: { postId: true } } },
  });
  if (!found) throw new NotFound(`series ${id}`);
  const { members, version: current, closedOn, id: _, ...fields } = found;
  refuse(refusalOfSeries({ closedOn }));
  if (current !== version) throw new Stale({ id, version: current, name: fields.name }, version);
  return {
    ...fields,
    template: fields.template as Fields["template"],
    postIds: members.map(({ postId }) => postId),
  };
}

async function mustBeFree(tx: Tx, name: string, id: number): Promise<void> {
  const taken = await tx.meetingSeries.count({ where: { name, id: { not: id } } });
  refuse(taken > 0 ? "nameTaken" : null);
}

async function setMembers(tx: Tx, seriesId: number, postIds: readonly number[]): Promise<void> {
  const wanted = [...new Set(postIds)];
  const known = await tx.post.count({ where: { id: { in: wanted } } });
  if (known < wanted.length) throw new NotFound("post");
  await tx.meetingSeriesPost.createMany({ data: wanted.map((postId) => ({ seriesId, postId })) });
}

/** When, where and how long a series usually meets; nothing without one. @throws NotFound, Refused */
export async function usualOf(
  tx: Tx,
  seriesId: number | null,
): Promise<{ startTime?: string; minutes?: number; place?: string }> {
  if (seriesId === null) return {};
  const series = await tx.meetingSeries.findUnique({
    where: { id: seriesId },
    select: { startTime: true, minutes: true, place: true, closedOn: true },
  });
  if (!series) throw new NotFound(`series ${seriesId}`);
  const { closedOn, ...usual } = series;
  refuse(refusalOfSeries({ closedOn }));
  return usual;
}
