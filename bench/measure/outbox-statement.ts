import nodemailer from "nodemailer";
import pg from "pg";
import type { Office } from "./outbox-office";

/** The least that an outbox costs: two rows in a transaction each, then eighty at a time taken, sent as bare letters and marked. */

const WRITE = `WITH made AS (INSERT INTO "Notification" ("accountId", kind, link, params, at)
    VALUES ($1, 'urged', '/supervision', $2, now()) RETURNING id)
  INSERT INTO "Delivery" ("notificationId", channel, "dueAt") SELECT id, 'mail', now() FROM made`;
const TAKE = `UPDATE "Delivery" SET attempts = attempts + 1, "dueAt" = now() + interval '2 minutes' WHERE id IN
  (SELECT id FROM "Delivery" WHERE status = 'waiting' AND "dueAt" <= now() ORDER BY id LIMIT 80 FOR UPDATE SKIP LOCKED) RETURNING id`;
const MARK = `UPDATE "Delivery" SET status = 'sent', "sentAt" = now() WHERE id = ANY($1::int[])`;

export async function rawOutbox({ url, readers }: Office, count: number, writers: number, port: number) {
  const pool = new pg.Pool({ connectionString: url, max: writers, options: "-c TimeZone=UTC -c jit=off" });
  const written = await timed(count, async () => {
    let n = 0;
    const writer = async () => {
      for (let mine = n++; mine < count; mine = n++)
        await pool.query({
          name: "w",
          text: WRITE,
          values: [readers[mine % readers.length], { count: 1, title: "样例" }],
        });
    };
    await Promise.all(Array.from({ length: writers }, writer));
  });
  const letters = nodemailer.createTransport({ host: "127.0.0.1", port, pool: true, maxConnections: 4 });
  const sent = await timed(count, async () => {
    for (;;) {
      const { rows } = await pool.query<{ id: number }>({ name: "t", text: TAKE });
      if (rows.length === 0) return;
      await Promise.all(rows.map(({ id }) => letters.sendMail({ ...LETTER, to: `r${id}@x.cn` })));
      await pool.query({ name: "m", text: MARK, values: [rows.map(({ id }) => id)] });
    }
  });
  letters.close();
  await pool.end();
  return { written, sent };
}

const LETTER = { from: "o@x.cn", subject: "样例街道：督查员催办：1.1 样例", text: "督查员催办：1.1 样例" };

async function timed(count: number, work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return count / ((performance.now() - began) / 1000);
}
