import type { Actor } from "@/lib/auth/permissions";
import { SYSTEM } from "@/lib/auth/system";
import { withClock } from "@/lib/clock";
import { pool, prisma } from "@/lib/db";
import type { Happening } from "@/lib/events/record";
import { tell } from "@/lib/notifications/notify";
import { transact } from "@/lib/transaction";

/** What the sample accounts would have heard, had they been open while the sample year was written: its last days, the older half read. */

const SINCE = new Date("2024-09-23T00:00:00+08:00");
const READ_BEFORE = new Date("2024-09-27T00:00:00+08:00");

type Row = Omit<Happening, "subject"> & {
  batch: string;
  at: Date;
  actor: string;
  type: string;
  id: number | null;
};

export async function fillInboxes(): Promise<void> {
  const { rows } = await pool().query<Row>(
    `SELECT batch, at, actor, kind, "subjectType" AS type, "subjectId" AS id, "taskId", changes FROM "Event"
     WHERE at >= $1 ORDER BY seq`,
    [SINCE],
  );
  const batches = new Map<string, Row[]>();
  for (const row of rows) batches.set(row.batch, [...(batches.get(row.batch) ?? []), row]);
  for (const batch of batches.values()) await tellBatch(batch);
  await prisma().notification.updateMany({
    where: { at: { lt: READ_BEFORE } },
    data: { seenAt: READ_BEFORE },
  });
}

async function tellBatch(batch: readonly Row[]): Promise<void> {
  const [first] = batch as [Row];
  const by: Actor = { ...SYSTEM, name: first.actor };
  const happened = batch.map(({ type, id, ...row }) => ({ ...row, subject: { type, id } }));
  await withClock(first.at, () => transact((tx) => tell(tx, by, happened)));
}
