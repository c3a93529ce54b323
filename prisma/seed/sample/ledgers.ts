import { type Day, laterOf, monthOf } from "@/lib/calendar/rules";
import { prisma } from "@/lib/db";
import { keepUpload } from "@/lib/files/upload";
import { pasteHead } from "@/lib/ledgers/paste-table-rules";
import { type Act, type Cast, KEY, partOf, run } from "./acts";
import { type Part, SUPERVISOR } from "./cast";
import { type SampleEntry, type SampleLedger, type Step, sampleLedgers } from "./ledger-entries";

/** What happens to the ledgers in the sample year: pasted month by month, as an office does it. */

const TEN = 10 * 60;
const CHANGE = "样例：多次上门洽谈未果，转司法强制，资料已移交。";

export function ledgerActs(cast: Cast): Act[] {
  return sampleLedgers().flatMap((sample) => {
    const part = partOf(cast, sample.task);
    return [...waveActs(part, sample), ...changeActs(part, sample), ...recheckActs(sample)];
  });
}

function keyOf({ task, at }: SampleLedger, day: Day, what: string): string {
  return `${KEY}ledger:${task}:${at}:${day}:${what}`;
}

/** One paste: joining entries, or the n-th step that entries take in a month. */
type Wave = { month: string; turn: number; day: Day; steps: { entry: SampleEntry; step: Step }[] };

function wavesOf({ entries }: SampleLedger): Wave[] {
  const waves = new Map<string, Wave>();
  for (const entry of entries) {
    const turns = new Map<string, number>();
    for (const [place, step] of entry.steps.entries()) {
      if (isChange(entry, place)) continue;
      const month = monthOf(step.day);
      const turn = place === 0 ? 0 : (turns.get(month) ?? 0) + 1;
      turns.set(month, turn);
      const id = `${month} ${turn}`;
      const wave = waves.get(id) ?? { month, turn, day: step.day, steps: [] };
      wave.steps.push({ entry, step });
      waves.set(id, { ...wave, day: laterOf(wave.day, step.day) });
    }
  }
  return inOrder([...waves.values()].sort((a, b) => a.month.localeCompare(b.month) || a.turn - b.turn));
}

// A later turn of a month is pasted after the earlier ones, even if all its days are before their last.
function inOrder(waves: readonly Wave[]): Wave[] {
  let last = "";
  return waves.map((wave) => {
    last = laterOf(last, wave.day);
    return { ...wave, day: last };
  });
}

function isChange({ steps }: SampleEntry, place: number): boolean {
  return place > 0 && steps[place]?.stage === steps[place - 1]?.stage;
}

function waveActs(part: Part, sample: SampleLedger): Act[] {
  return wavesOf(sample).flatMap((wave) => {
    const asks = (step: Step) =>
      sample.ledger.stages.some(({ key, asksEvidence }) => key === step.stage && asksEvidence);
    const shown = wave.steps.filter(({ step }) => wave.turn > 0 && asks(step));
    const plain = wave.steps.filter((one) => !shown.includes(one));
    const minute = TEN + 3 * wave.turn;
    const act = (what: string, perform: Act["perform"]): Act => ({
      ...{ key: keyOf(sample, wave.day, `${wave.turn}${what}`), day: wave.day, minute, perform },
    });
    return [
      ...(plain.length > 0 ? [act("", (key) => paste(part, sample, { ...wave, steps: plain }, key))] : []),
      ...(shown.length > 0 ? [act("e", (key) => finish(part, sample, { ...wave, steps: shown }, key))] : []),
    ];
  });
}

async function ledgerIdOf({ task, at }: SampleLedger): Promise<number> {
  const ledgers = await prisma().ledger.findMany({
    where: { task: { code: task } },
    orderBy: { order: "asc" },
    select: { id: true },
  });
  return ledgers[at]?.id ?? 0;
}

async function paste(part: Part, sample: SampleLedger, wave: Wave, key: string): Promise<void> {
  const text = wave.turn === 0 ? joining(sample, wave) : moving(sample, wave);
  const reason = wave.turn === 0 ? "" : "样例：按当月台账登记。";
  await run("entry.import", part.owner, { ledgerId: await ledgerIdOf(sample), text, reason }, key);
}

function nameOf({ ledger }: SampleLedger, stage: string): string {
  return ledger.stages.find(({ key }) => key === stage)?.name ?? stage;
}

function joining({ ledger }: SampleLedger, { steps }: Wave): string {
  const { fields = [], tracks = [] } = ledger;
  const head = pasteHead({ fields, tracks });
  const rows = steps.map(({ entry, step }) => {
    const stage = ledger.stages.find(({ key }) => key === step.stage)?.name ?? "";
    const track = tracks.find(({ key }) => key === step.track)?.name ?? "";
    const place = tracks.length > 0 ? [stage, track] : [stage];
    const people = [entry.unit, entry.post, entry.sponsor];
    return [entry.code, entry.title, ...place, "", ...people, entry.joined, entry.joined, ...entry.cells];
  });
  return [head, ...rows].map((cells) => cells.join("\t")).join("\n");
}

function moving(sample: SampleLedger, { steps }: Wave): string {
  const rows = steps.map(({ entry, step }) => [entry.code, nameOf(sample, step.stage), step.day]);
  return [["编号", "阶段", "变动日期"], ...rows].map((cells) => cells.join("\t")).join("\n");
}

/** Entries whose stage asks for evidence go together, with one file for all. */
async function finish(part: Part, sample: SampleLedger, wave: Wave, key: string): Promise<void> {
  const ledgerId = await ledgerIdOf(sample);
  const codes = wave.steps.map(({ entry }) => entry.code);
  const entries = await prisma().ledgerEntry.findMany({
    where: { ledgerId, code: { in: codes } },
    select: { id: true, version: true },
  });
  const chosen = entries.map(({ id, version }) => ({ entryId: id, version }));
  const stage = wave.steps[0]?.step.stage;
  const tickets = [await upload(part, wave.day)];
  await run("entry.moveMany", part.owner, { ledgerId, entries: chosen, stage, tickets }, key);
}

async function upload(part: Part, day: Day): Promise<string> {
  const text = `样例复查记录\n\n任务：${part.code} ${part.title}\n日期：${day}\n\n本文件只用于演示，不是真实材料。\n`;
  const body = new Blob([text]);
  const name = encodeURIComponent(`样例复查 ${part.code.replaceAll(".", "-")} ${day}.txt`);
  const whole = { name, declared: body.size, signal: AbortSignal.timeout(30_000) };
  return (await keepUpload(part.owner, { body: body.stream(), ...whole })).ticket;
}

async function entryNow(sample: SampleLedger, code: string): Promise<{ entryId: number; version: number }> {
  const { id, version } = await prisma().ledgerEntry.findFirstOrThrow({
    where: { ledgerId: await ledgerIdOf(sample), code },
    select: { id: true, version: true },
  });
  return { entryId: id, version };
}

/** Changes of track are never pasted along: each is a move with its reason. */
function changeActs(part: Part, sample: SampleLedger): Act[] {
  return sample.entries.flatMap((entry) =>
    entry.steps.flatMap((step, place): Act[] => {
      if (!isChange(entry, place)) return [];
      const { day, track } = step;
      const perform = async (key: string) => {
        const on = await entryNow(sample, entry.code);
        await run("entry.move", part.owner, { ...on, track, day, reason: CHANGE }, key);
      };
      return [{ key: keyOf(sample, day, entry.code), day, minute: TEN - 10, perform }];
    }),
  );
}

/** Which entries were looked at again, by ledger, and the one that did not pass. */
const RECHECKED: Record<string, { on: Day; entries: readonly number[]; failed?: number }> = {
  "3.2.5": { on: "2024-09-18", entries: [4, 11, 18, 25, 32, 39, 46, 53, 60, 67, 74, 81], failed: 74 },
  "3.3.2": { on: "2024-09-12", entries: [0, 4, 8, 12] },
  "3.3.3": { on: "2024-07-24", entries: [2, 9, 16, 23, 30] },
};

function recheckActs(sample: SampleLedger): Act[] {
  const plan = RECHECKED[sample.task];
  return (plan?.entries ?? []).map((at) => {
    const [day, code] = [plan?.on ?? "", sample.entries[at]?.code ?? ""];
    const passed = at !== plan?.failed;
    const note = passed ? "样例：现场核实，已处置到位。" : "样例：现场仍有堆物，退回处置。";
    const perform = async (key: string) => {
      await run("entry.recheck", SUPERVISOR, { ...(await entryNow(sample, code)), passed, note }, key);
    };
    return { key: keyOf(sample, day, `check:${code}`), day, minute: 14 * 60 + at, perform };
  });
}
