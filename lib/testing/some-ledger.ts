import { runCommand, SYSTEM } from "@/lib/commands";
import type { Definition } from "@/lib/ledgers/rules";

/** Ledgers for tests: five stages, two tracks, a field of every kind. */

export function someLedger(own: Partial<Definition> = {}): Definition & { closedOn: string | null } {
  return {
    counting: "all",
    fields: [
      { key: "owner", name: "权利人", type: "text", sensitive: true },
      { key: "phone", name: "电话", type: "phone", sensitive: true },
      { key: "area", name: "面积", type: "number" },
      { key: "kind", name: "类型", type: "choice", choices: ["住宅", "商铺"], required: true },
      { key: "signedOn", name: "签订", type: "day" },
      { key: "key", name: "重点户", type: "yesNo" },
    ],
    stages: [
      { key: "open", name: "未签约", writtenOff: false, days: 10 },
      { key: "signed", name: "已签约", writtenOff: false, tracks: ["talks"] },
      { key: "ruled", name: "裁定", writtenOff: false, tracks: ["court"], asksReason: true },
      { key: "empty", name: "已腾空", writtenOff: false, days: 5 },
      { key: "gone", name: "已拆除", writtenOff: true },
    ],
    tracks: [
      { key: "talks", name: "洽谈" },
      { key: "court", name: "司法" },
    ],
    rates: [
      { key: "signed", name: "签约率", counts: "reached", stage: "signed", over: "all", target: 100 },
      { key: "off", name: "办结率", counts: "writtenOff", over: "due" },
      { key: "loop", name: "闭环率", counts: "inOrder", over: "due" },
      { key: "true", name: "真实率", counts: "passed", over: "rechecked" },
    ],
    closedOn: null,
    ...own,
  };
}

/** A row for it in the database. @returns its number */
export async function savedLedger(taskId: number, own: Record<string, unknown> = {}): Promise<number> {
  const { closedOn: _, ...ledger } = someLedger();
  const input = { taskId, name: "某清单", entryWord: "户", ...ledger, ...own };
  return (await runCommand<{ ledgerId: number }>("ledger.define", SYSTEM, input)).result.ledgerId;
}

/** An entry of it, at the head of the talks unless said otherwise. @returns its number */
export async function savedEntry(
  ledgerId: number,
  code: string,
  own: Record<string, unknown> = {},
): Promise<number> {
  const input = { ledgerId, code, track: "talks", data: { kind: "住宅" }, ...own };
  return (await runCommand<{ entryId: number }>("entry.add", SYSTEM, input)).result.entryId;
}
