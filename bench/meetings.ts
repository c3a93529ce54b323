import { get } from "node:http";
import type { Client } from "pg";
import type { Product } from "../e2e/harness";
import { fromWire, type ReviewWire } from "../lib/meetings/wire-rules";
import { type Figure, quantile } from "./measure/figures";
import { emptyTasks, fill } from "./measure/fill";
import { COMPARISON, EVENTS, MEETING } from "./measure/meeting-statement";
import { withDb } from "./measure/people";

const TASKS = 10_000;
const HAPPENED = 100_000;
const TIMES = 5;
const VIEWERS = 50;
const STEPS = 60;

/** What changed between two meetings against one statement that reads the same; and a room of screens that follow the presenter. */
export async function meetings(product: Product, headers: Record<string, string>): Promise<Figure[]> {
  await emptyTasks(product.databaseUrl);
  await fill(product.databaseUrl, TASKS);
  return withDb(product.databaseUrl, async (db) => [
    ...(await comparison(db, product, headers)),
    ...(await steps(product, headers)),
  ]);
}

type Span = { id: number; since: string; until: string };

async function comparison(db: Client, { url }: Product, headers: Record<string, string>): Promise<Figure[]> {
  await db.query("SET jit = off; SET statement_timeout = 0");
  await db.query(EVENTS, [HAPPENED]);
  await db.query("ANALYZE");
  const [first, written, again, best]: [number[], number[], number[], number[]] = [[], [], [], []];
  const look = async (id: number) => {
    const answer = await fetch(`${url}/api/meetings/${id}`, { headers });
    return fromWire((await answer.json()) as ReviewWire);
  };
  const write = (meetingId: number) =>
    fetch(`${url}/api/commands/agenda.add`, {
      method: "POST",
      headers: { ...headers, "content-type": "application/json" },
      body: JSON.stringify({ meetingId, title: "再议" }),
    });
  let changed = 0;
  // In turns, so that all meet the same load of the machine.
  for (let n = 0; n <= TIMES; n++) {
    // A meeting of its own each time, over a stretch that nobody has looked at yet.
    const { rows } = await db.query<Span>(MEETING, [n]);
    const { id, since, until } = rows[0] as Span;
    first.push(await timed(() => look(id)));
    await write(id);
    written.push(await timed(() => look(id)));
    again.push(await timed(() => look(id)));
    best.push(await timed(() => db.query({ name: "best", text: COMPARISON, values: [since, until] })));
    changed = (await look(id)).sections.reduce((sum, { changes }) => sum + changes.length, 0);
  }
  if (changed < TASKS) throw new Error(`only ${changed} of ${TASKS} tasks changed`);
  const what = `what changed in ${TASKS} tasks and ${HAPPENED} events`;
  const middle = (list: number[]) => quantile(list.slice(1), 0.5);
  return [
    { what, value: middle(first), floor: middle(best), unit: "ms", aim: "≤ 2 ×" },
    { what: `${what}: after a word`, value: middle(written), floor: middle(best), unit: "ms", aim: "≤ 2 ×" },
    { what: `${what}: asked again`, value: middle(again), floor: null, unit: "ms", aim: "" },
  ];
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** From the presenter's key to the last screen of the room. */
async function steps({ url }: Product, headers: Record<string, string>): Promise<Figure[]> {
  const address = `${url}/api/meetings/1/step`;
  let sentAt = 0;
  let delays: number[] = [];
  const open = () => stream(address, headers, () => delays.push(performance.now() - sentAt));
  const streams = await Promise.all(Array.from({ length: VIEWERS }, open));
  const all: number[] = [];
  const answers: number[] = [];
  // The first number is told until the room hears it, as a leading screen does, and is not counted.
  for (let n = -1; n < STEPS; n++) {
    delays = [];
    sentAt = performance.now();
    const step = { slide: `item-${n}`, itemId: null, elapsedSeconds: 0, running: true };
    const sent = { ...headers, "content-type": "application/json" };
    const answer = await fetch(address, { method: "POST", headers: sent, body: JSON.stringify(step) });
    if (answer.status !== 204) throw new Error(await answer.text());
    if (n >= 0) answers.push(performance.now() - sentAt);
    for (const until = performance.now() + 5000; delays.length < VIEWERS && performance.now() < until; )
      await new Promise((resolve) => setTimeout(resolve, 2));
    if (n < 0) continue;
    if (delays.length < VIEWERS) throw new Error(`only ${delays.length} of ${VIEWERS} screens followed`);
    all.push(...delays);
  }
  for (const close of streams) close();
  const figure = (of: number, aim: string): Figure => ({
    what: `${VIEWERS} screens in step: p${of * 100}`,
    ...{ value: quantile(all, of), floor: quantile(answers, of), unit: "ms", aim },
  });
  return [figure(0.5, ""), figure(0.99, "≤ 250 ms")];
}

function stream(url: string, headers: Record<string, string>, heard: () => void): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const asked = get(url, { headers, agent: false }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`stream: ${answer.statusCode}`));
      answer.on("data", (chunk: Buffer) => {
        if (chunk.includes('data: {"')) heard();
      });
      resolve(() => asked.destroy());
    });
    asked.on("error", () => undefined);
  });
}
