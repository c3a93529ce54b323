import { type ChildProcess, fork } from "node:child_process";
import { build } from "esbuild";
import pg from "pg";
import type { Product } from "../e2e/harness";
import { mailSink, type Sink } from "../lib/testing/some-sinks";
import type { Figure } from "./measure/figures";
import { makeOffice, message, type Office } from "./measure/outbox-office";

const EVENTS = 10_000;
const WRITERS = 4;
/** A dispatcher lives so long, at random, before it is killed. */
const LIFE_MS = [2000, 8000] as const;

/** Ten thousand messages through a dispatcher that is killed again and again, while every third command is rolled back; then the rates. */
export async function outbox(product: Product): Promise<Figure[]> {
  const office = await makeOffice(product.databaseUrl);
  let faulty = true;
  const sink = await mailSink(() =>
    !faulty || Math.random() < 0.9 ? "take" : Math.random() < 0.5 ? "later" : "reset",
  );
  Object.assign(process.env, environmentOf(office, sink));
  await openOutlet(sink);
  try {
    const survived = await survive(office, sink);
    faulty = false;
    return [...survived, ...(await rates(office, sink))];
  } finally {
    await (await import("@/lib/db")).disconnect();
    await sink.close();
    await office.drop();
  }
}

const environmentOf = ({ url }: Office, { port }: Sink) => ({
  DATABASE_URL: url,
  NEXTAUTH_URL: "http://127.0.0.1:3000",
  NEXTAUTH_SECRET: "only-for-measuring-0123456789-abcdefghijkl",
  GUATU_OUTBOUND_HOSTS: `127.0.0.1:${port}`,
});

async function openOutlet({ port }: Sink): Promise<void> {
  const [{ prisma }, { seal }, { SEALED_FOR }] = await Promise.all([
    import("@/lib/db"),
    import("@/lib/seal"),
    import("@/lib/notifications/sealed-outlet"),
  ]);
  const sealed = seal(JSON.stringify({ address: `smtp://127.0.0.1:${port}`, secret: null }), SEALED_FOR);
  const data = { channel: "mail" as const, address: "smtp", secret: sealed, sender: "o@x.cn", enabled: true };
  await prisma().outlet.create({ data: { ...data, updatedAt: new Date() } });
}

async function survive(office: Office, sink: Sink): Promise<Figure[]> {
  const killer = killAgainAndAgain(await compiled());
  await write(office, EVENTS, 3);
  await empty(office);
  const kills = await killer.stop();
  const written = await numbers(office, `SELECT id FROM "Notification"`);
  const heard = sink.heard.flatMap(({ ids }) => ids);
  const unique = new Set(heard);
  const missing = written.filter((id) => !unique.has(id)).length;
  const strange = [...unique].filter((id) => !written.includes(id)).length;
  const twice = ((heard.length - unique.size) / written.length) * 100;
  const what = `${written.length} messages, dispatcher killed ${kills} times`;
  return [
    {
      what: `${what}: missing or from a rolled back command`,
      value: missing + strange,
      floor: null,
      unit: "",
      aim: "0",
    },
    { what: `${what}: sent twice`, value: twice, floor: null, unit: "%", aim: "< 1 %" },
  ];
}

/** Writes `count` messages that stay; of every `undone` transactions one is rolled back beside them. */
async function write({ readers }: Office, count: number, undone: number | null): Promise<void> {
  const { transact } = await import("@/lib/transaction");
  const { writeMessages } = await import("@/lib/notifications/write-messages");
  let n = 0;
  const writer = async () => {
    for (let mine = n++; mine < count; mine = n++) {
      const one = message(readers[mine % readers.length] ?? 0, mine);
      await transact((tx) => writeMessages(tx, [one]));
      if (undone === null || mine % undone > 0) continue;
      const undo = transact(async (tx) => {
        await writeMessages(tx, [one]);
        throw new Error("undone");
      });
      await undo.catch(() => undefined);
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, writer));
}

/** Waits until nothing waits; what was put off is made due, so that nobody waits for its half minutes. */
async function empty(office: Office): Promise<void> {
  for (let left = 1; left > 0; ) {
    await new Promise((done) => setTimeout(done, 300));
    [left = 0] = await numbers(
      office,
      `WITH hastened AS (UPDATE "Delivery" SET "dueAt" = now() WHERE status = 'waiting' AND digest IS NULL AND "dueAt" > now())
       SELECT count(*)::int AS id FROM "Delivery" WHERE status = 'waiting'`,
    );
  }
}

async function numbers({ url }: Office, text: string): Promise<number[]> {
  const client = new pg.Client({ connectionString: url, options: "-c TimeZone=UTC" });
  await client.connect();
  const { rows } = await client.query<{ id: number }>(text);
  await client.end();
  return rows.map(({ id }) => id);
}

/** Ready to run, so that a life is spent on sending. */
async function compiled(): Promise<string> {
  const outfile = ".next/cache/outbox-dispatcher.mjs";
  await build({
    ...{ entryPoints: ["bench/measure/outbox-dispatcher.ts"], outfile, logLevel: "warning" },
    ...{ bundle: true, format: "esm", platform: "node", target: "node20", packages: "external" },
  });
  return outfile;
}

function killAgainAndAgain(dispatcher: string): { stop: () => Promise<number> } {
  let stopping = false;
  let kills = 0;
  let child: ChildProcess | null = null;
  const lives = (async () => {
    while (!stopping) {
      const own = fork(dispatcher, [], { execArgv: [] });
      child = own;
      const ended = new Promise((done) => own.once("exit", done));
      await Promise.race([new Promise((done) => own.once("message", done)), ended]);
      const [least, most] = LIFE_MS;
      await Promise.race([sleep(least + Math.random() * (most - least)), ended]);
      if (!stopping) kills++;
      own.kill("SIGKILL");
      await ended;
    }
  })();
  const stop = async () => {
    stopping = true;
    child?.kill("SIGKILL");
    await lives;
    return kills;
  };
  return { stop };
}

const sleep = (ms: number) => new Promise((done) => setTimeout(done, ms));

async function rates(office: Office, sink: Sink): Promise<Figure[]> {
  const { dispatch } = await import("@/lib/notifications/dispatch");
  const { rawOutbox } = await import("./measure/outbox-statement");
  sink.heard.length = 0;
  const writing = await perSecond(() => write(office, EVENTS, null));
  const sending = await perSecond(async () => {
    while (((await dispatch())?.sent ?? 0) > 0);
  });
  const raw = await rawOutbox(office, EVENTS, WRITERS, sink.port);
  return [
    {
      what: "messages written, a transaction each",
      value: writing,
      floor: raw.written,
      unit: "/s",
      aim: "≥ ½ of raw SQL",
    },
    {
      what: "messages sent by mail",
      value: sending,
      floor: raw.sent,
      unit: "/s",
      aim: "≥ ½ of raw SQL and bare letters",
    },
  ];
}

async function perSecond(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return EVENTS / ((performance.now() - began) / 1000);
}
