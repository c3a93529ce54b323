import { type Day, parseDay } from "../calendar/rules";

/** Rows pasted from a spreadsheet: which are objects of a register, and what is wrong with the others, by row and column. */

export const PASTE_COLUMNS = ["code", "name", "unit", "post", "sponsor", "from", "note"] as const;
export type PasteColumn = (typeof PASTE_COLUMNS)[number];

export type PastedObject = {
  code: string;
  name: string;
  unitId: number | null;
  postId: number | null;
  sponsorPostId: number | null;
  from: Day | null;
  note: string;
};

export type FaultWhy =
  | "missing"
  | "tooLong"
  | "repeated"
  | "taken"
  | "unknownUnit"
  | "unknownPost"
  | "ambiguousPost"
  | "impossibleDay";

/** `row` counts as the spreadsheet does, from 1, a heading among them. */
export type Fault = { row: number; column: PasteColumn; why: FaultWhy; said: string };
export type Pasted = { rows: PastedObject[]; faults: Fault[]; total: number };

/** What the pasted words may mean. */
export type Known = {
  units: readonly { id: number; name: string; shortName: string }[];
  posts: readonly { id: number; name: string; unitId: number }[];
  /** Codes that the register has already. */
  codes: ReadonlySet<string>;
};

const LENGTHS: Partial<Record<PasteColumn, number>> = { code: 40, name: 80, note: 500 };
const HEADINGS: Record<PasteColumn, readonly string[]> = {
  code: ["编号", "编码", "代码", "code"],
  name: ["名称", "姓名", "name"],
  unit: ["单位", "所属单位", "unit"],
  post: ["责任岗位", "岗位", "post"],
  sponsor: ["联系领导", "包联领导", "领导岗位", "leader"],
  from: ["起始日期", "纳入日期", "from"],
  note: ["备注", "note"],
};

/** The cells of what a spreadsheet puts on the clipboard: tabs between them, quotes around those with line breaks. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  const pattern = /(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/gy;
  const plain = text.replaceAll(/\r\n?/g, "\n");
  while (pattern.lastIndex < plain.length) {
    const found = pattern.exec(plain);
    if (!found) break;
    rows.at(-1)?.push((found[1]?.replaceAll('""', '"') ?? found[2] ?? "").trim());
    if (found[3] === "\n") rows.push([]);
  }
  return rows;
}

/** Which column holds what: by the headings when the first row has the word for the code, otherwise in the usual order. */
function columnsOf(first: readonly string[]): { columns: (PasteColumn | null)[]; headed: boolean } {
  const meaning = (cell: string) =>
    PASTE_COLUMNS.find((column) => HEADINGS[column].includes(cell.toLowerCase())) ?? null;
  const columns = first.map(meaning);
  return columns.includes("code")
    ? { columns, headed: true }
    : { columns: [...PASTE_COLUMNS], headed: false };
}

/** Reads what was pasted; a row with a fault is left out, the others stand. */
export function readPaste(text: string, known: Known): Pasted {
  const cells = cellsOf(text);
  const { columns, headed } = columnsOf(cells[0] ?? []);
  const reader = readerOf(known);
  const pasted: Pasted = { rows: [], faults: [], total: 0 };
  for (const [at, row] of cells.entries()) {
    if ((headed && at === 0) || row.every((cell) => cell === "")) continue;
    const said = Object.fromEntries(
      columns.map((column, place) => [column ?? "", row[place] ?? ""]),
    ) as Record<PasteColumn, string>;
    const { object, faults } = reader(said);
    pasted.total += 1;
    if (faults.length === 0) pasted.rows.push(object);
    else pasted.faults.push(...faults.map((fault) => ({ ...fault, row: at + 1 })));
  }
  return pasted;
}

type RowFault = Omit<Fault, "row">;

function readerOf({ units, posts, codes }: Known) {
  const unitIds = new Map(units.flatMap(({ id, name, shortName }) => [[name, id] as const, [shortName, id]]));
  const postIds = new Map<string, number[]>();
  for (const { id, name } of posts) postIds.set(name, [...(postIds.get(name) ?? []), id]);
  const used = new Set<string>();
  return (said: Partial<Record<PasteColumn, string>>): { object: PastedObject; faults: RowFault[] } => {
    const faults: RowFault[] = [];
    const cell = (column: PasteColumn) => said[column] ?? "";
    const wrong = (column: PasteColumn, why: FaultWhy) => {
      faults.push({ column, why, said: cell(column).slice(0, 40) });
      return null;
    };
    const postOf = (column: "post" | "sponsor") => {
      if (cell(column) === "") return null;
      const found = postIds.get(cell(column)) ?? [];
      if (found.length > 1) return wrong(column, "ambiguousPost");
      return found[0] ?? wrong(column, "unknownPost");
    };
    const code = cell("code");
    if (code === "") wrong("code", "missing");
    else if (codes.has(code)) wrong("code", "taken");
    else if (used.has(code)) wrong("code", "repeated");
    used.add(code);
    for (const column of PASTE_COLUMNS)
      if (cell(column).length > (LENGTHS[column] ?? 1000)) wrong(column, "tooLong");
    const unitId = cell("unit") === "" ? null : (unitIds.get(cell("unit")) ?? wrong("unit", "unknownUnit"));
    const from = cell("from") === "" ? null : (parseDay(cell("from")) ?? wrong("from", "impossibleDay"));
    const object = {
      ...{ code, name: cell("name") || code, unitId, from, note: cell("note") },
      ...{ postId: postOf("post"), sponsorPostId: postOf("sponsor") },
    };
    return { object, faults };
  };
}
