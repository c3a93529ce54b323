import type { Product } from "../e2e/harness";
import { mainCpuOf, memoryOf } from "./measure/cpu";
import { type Figure, quantile } from "./measure/figures";
import { emptyTasks, fill } from "./measure/fill";

const TASKS = 10_000;
const EVERY_MS = 20;
const IDLE_MS = 4_000;
/** A short paper is taken so often that the slowest hundredth of what others waited can be told. */
const TIMES = 20;

/** Minutes as a Word file and ten thousand rows as an Excel file: how long, how much memory, and how others wait meanwhile. */
export async function papers(product: Product, headers: Record<string, string>): Promise<Figure[]> {
  await emptyTasks(product.databaseUrl);
  await fill(product.databaseUrl, TASKS);
  const meetingId = await openMeeting(product, headers);
  await take(product, headers, "tasks?format=xlsx&q=nothing");
  const idle = await waitsDuring(product, () => new Promise((done) => setTimeout(done, IDLE_MS)));
  const before = memoryOf(product.pid);
  const word = await waitsDuring(product, async () => {
    for (let n = 0; n < TIMES; n++) await take(product, headers, `minutes?id=${meetingId}&format=docx`);
  });
  const excel = await waitsDuring(product, () => take(product, headers, "tasks?format=xlsx"));
  const floor = quantile(idle.waits, 0.99);
  const told = (what: string, { took, peak, waits, main }: Watched, times: number): Figure[] => [
    { what: `${what}: wait`, value: took / times / 1000, floor: null, unit: "s", aim: "" },
    {
      what: `${what}: first thread busy, against the same time idle`,
      value: main / took,
      floor: idle.main / idle.took,
      unit: "of the time",
      aim: "",
    },
    { what: `${what}: memory at its peak`, value: peak - before, floor: null, unit: "MB more", aim: "" },
    { what: `${what}: others wait, p99`, value: quantile(waits, 0.99), floor, unit: "ms", aim: "< 2 ×" },
  ];
  return [...told("minutes as docx", word, TIMES), ...told(`${TASKS} rows as xlsx`, excel, 1)];
}

async function openMeeting({ url }: Product, headers: Record<string, string>): Promise<number> {
  const answer = await fetch(`${url}/api/commands/meeting.open`, {
    method: "POST",
    headers: { ...headers, "content-type": "application/json" },
    body: JSON.stringify({ title: "测量会议", sinceDay: "2024-09-01" }),
  });
  const { result } = (await answer.json()) as { result?: { meetingId: number } };
  if (!result) throw new Error(`the meeting was not opened: ${answer.status}`);
  return result.meetingId;
}

async function take({ url }: Product, headers: Record<string, string>, paper: string): Promise<void> {
  const answer = await fetch(`${url}/api/papers/${paper}`, { headers });
  const size = (await answer.arrayBuffer()).byteLength;
  if (!answer.ok || size < 1000) throw new Error(`${paper}: ${answer.status}, ${size} bytes`);
}

type Watched = { took: number; peak: number; waits: number[]; main: number };

/** What small requests waited while something else was done, and the most memory that the server held. */
async function waitsDuring({ url, pid }: Product, work: () => Promise<unknown>): Promise<Watched> {
  const [begun, waits, asking] = [performance.now(), [] as number[], [] as Promise<void>[]];
  const main = mainCpuOf(pid);
  let peak = 0;
  const ask = async () => {
    const from = performance.now();
    await (await fetch(`${url}/api/health`)).arrayBuffer();
    waits.push(performance.now() - from);
  };
  const clock = setInterval(() => {
    peak = Math.max(peak, memoryOf(pid));
    asking.push(ask());
  }, EVERY_MS);
  await work().finally(() => clearInterval(clock));
  await Promise.all(asking);
  return { took: performance.now() - begun, peak, waits, main: mainCpuOf(pid) - main };
}
