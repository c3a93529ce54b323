import { HIDDEN } from "../ledgers/mask-rules";
import { type Entry, type Field, isWrittenOff } from "../ledgers/rules";
import type { LedgerView } from "../ledgers/views";
import type { Words } from "../message-format";
import type { Cell, Column, ColumnKind, Draft } from "./document-rules";
import { basisOf, type Frame } from "./frame";

/** 销号清单: the entries of a ledger with where each stands, who answers for it and when it last moved. */

export type LedgerTold = Pick<LedgerView, "ledger" | "task" | "unitNames"> & {
  entries: readonly Entry[];
  /** Posts with those who hold them. */
  postName: (id: number | null) => string;
  /** What the list was narrowed by, in words. */
  conditions: readonly string[];
  /** Its sensitive words are told in full. */
  bare: boolean;
};

type Told = Column & { of: (entry: Entry) => Cell };

export function ledgerPaper(frame: Frame, words: Words, told: LedgerTold): Draft {
  const { t } = frame;
  const { ledger, task, entries, conditions, bare } = told;
  const off = entries.filter(({ stage }) => isWrittenOff(ledger.stages, stage)).length;
  const scope = [t("ledger.of", task), ...(conditions.length > 0 ? conditions : [t("ledger.all")])];
  const [about = "", asOf = ""] = basisOf(frame, scope.join("、"));
  const columns = columnsOf(frame, words, told).filter(
    ({ always, of }) => always || entries.some((entry) => of(entry) !== null && of(entry) !== ""),
  );
  const rows = entries.map((entry) => ({ cells: columns.map(({ of }) => of(entry)) }));
  return {
    title: ledger.name,
    subtitle: "",
    basis: [about, t("ledger.sum", { n: entries.length, off }), asOf],
    label: bare ? "sensitive" : ledger.label,
    blocks: [
      {
        kind: "table",
        table: {
          title: "",
          columns: columns.map(({ title, kind, width }) => ({ title, kind, width })),
          rows,
        },
      },
    ],
  };
}

/** Everything that may be told; what no entry fills is left out unless `always`. */
function columnsOf(
  { t }: Frame,
  words: Words,
  { ledger, unitNames, postName }: LedgerTold,
): (Told & { always?: boolean })[] {
  const nameOf = (list: readonly { key: string; name: string }[], key: string | null) =>
    list.find((one) => one.key === key)?.name ?? "";
  const { stages, tracks, fields } = ledger;
  return [
    { title: words("column.code"), kind: "text", width: 7, of: ({ code }) => code, always: true },
    { title: words("column.title"), kind: "text", width: 12, of: ({ title }) => title },
    ...fields.map(
      (field): Told => ({ ...headOf(field), of: ({ data }) => cellOf(field, data[field.key], words) }),
    ),
    {
      ...{ title: words("column.stage"), kind: "text", width: 6, always: true },
      of: ({ stage }) => nameOf(stages, stage),
    },
    { title: words("column.track"), kind: "text", width: 5, of: ({ track }) => nameOf(tracks, track) },
    { title: words("column.unit"), kind: "text", width: 7, of: ({ unitId }) => unitNames[unitId ?? 0] ?? "" },
    {
      title: words("column.sponsor"),
      kind: "text",
      width: 9,
      of: ({ sponsorPostId }) => postName(sponsorPostId),
    },
    { title: words("column.post"), kind: "text", width: 9, of: ({ postId }) => postName(postId) },
    { title: words("column.joined"), kind: "day", width: 9, of: ({ joinedOn }) => joinedOn },
    {
      ...{ title: t("ledger.due"), kind: "day", width: 9 },
      of: ({ stageDue, writtenOffOn }) => (writtenOffOn === null ? stageDue : null),
    },
    { title: t("ledger.moved"), kind: "day", width: 9, of: ({ stageSince }) => stageSince, always: true },
    { title: t("ledger.off"), kind: "day", width: 9, of: ({ writtenOffOn }) => writtenOffOn },
  ];
}

const LOOKS: Record<Field["type"], [ColumnKind, width: number]> = {
  ...{ text: ["text", 11], choice: ["text", 6], phone: ["text", 9], yesNo: ["text", 4] },
  ...{ number: ["count", 6], money: ["count", 7], day: ["day", 9] },
};

function headOf({ name, type, unit }: Field): Column {
  const [kind, width] = LOOKS[type];
  return { title: unit ? `${name}（${unit}）` : name, kind, width };
}

/** A masked value stays the sign that it is. */
function cellOf({ type }: Field, value: string | undefined, words: Words): Cell {
  if (!value) return null;
  if (type === "yesNo" && value !== HIDDEN) return words(`value.${value}`);
  const isNumber = type === "number" || type === "money";
  return isNumber && Number.isFinite(Number(value)) ? Number(value) : value;
}
