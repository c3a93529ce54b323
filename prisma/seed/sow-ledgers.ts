import { LEDGERS } from "./plan-2024/ledgers";

type Add = (name: string, answers: string, input: unknown) => Promise<number>;
type Ids = ReadonlyMap<string, number>;

type Fed = { name: string; count: string; stage?: string };
type Share = { name: string; done: Fed; of: Fed };

// The 97.5 % of 2023 is of all households; the ledgers hold those that were left.
const signing: Share = {
  name: "剩余户签约率",
  done: { name: "剩余户已签约", count: "reached", stage: "signed" },
  of: { name: "剩余户应签约", count: "all" },
};

/** Shares that the plan asks for, computed from the first ledger of the task; nobody types them. */
const SHARES: Record<string, readonly Share[]> = {
  "1.1": [signing],
  "1.2": [signing],
  "1.3": [signing],
  "3.2.5": [
    {
      name: "网格事件办结率",
      done: { name: "办结事件", count: "writtenOff" },
      of: { name: "应办结事件", count: "due" },
    },
    {
      name: "网格事件闭环处置率",
      done: { name: "闭环处置事件", count: "inOrder" },
      of: { name: "应处置事件", count: "due" },
    },
  ],
};

/** Sets up the ledgers of the plan, and the measures that they supply. */
export async function addLedgers(add: Add, tasks: Ids): Promise<void> {
  for (const [code, ledgers] of Object.entries(LEDGERS)) {
    const taskId = tasks.get(code);
    if (taskId === undefined) throw new Error(`the seed names task ${code} before it exists`);
    const ids: number[] = [];
    for (const ledger of ledgers) ids.push(await add("ledger.define", "ledgerId", { taskId, ...ledger }));
    for (const share of SHARES[code] ?? []) await addShare(add, taskId, ids[0] as number, share);
  }
}

// The ledger proves the task; beside it these only show how far it has come.
async function addShare(add: Add, taskId: number, ledger: number, share: Share): Promise<void> {
  const shown = { taskId, direction: "atLeast", aggregation: "latest", weight: 0 };
  const terms: number[] = [];
  for (const { name, ...feed } of [share.done, share.of])
    terms.push(await add("measure.define", "measureId", { ...shown, name, feed: { ledger, ...feed } }));
  const rate = { formula: "ratio", factor: 100, terms, unit: "%", decimals: 1, target: 100 };
  await add("measure.define", "measureId", { ...shown, name: share.name, ...rate });
}
