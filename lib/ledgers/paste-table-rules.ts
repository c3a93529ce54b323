import type { PasteFault } from "./paste-rules";
import type { Field } from "./rules";

/** A pasted table as cells, and what its head says. */

const FIXED = {
  code: ["编号", "code"],
  title: ["名称", "title"],
  stage: ["阶段", "stage"],
  track: ["路径", "track"],
  weight: ["权重", "weight"],
  unit: ["责任单位", "unit"],
  post: ["责任岗位", "post"],
  sponsor: ["包案领导", "sponsor"],
  joined: ["纳入日期", "joined"],
  day: ["变动日期", "moved"],
} as const satisfies Record<string, readonly string[]>;

export type Column = keyof typeof FIXED | `field:${string}`;

/** Which place of a row tells what, and the head's own word for it. */
export type Head = { places: ReadonlyMap<Column, number>; words: ReadonlyMap<Column, string> };

/** The head of a table that says everything about the entries of such a ledger. */
export function pasteHead({
  fields,
  tracks,
}: {
  fields: readonly Field[];
  tracks: readonly unknown[];
}): string[] {
  const fixed = (Object.keys(FIXED) as (keyof typeof FIXED)[]).filter(
    (column) => column !== "track" || tracks.length > 0,
  );
  return [...fixed.map((column) => FIXED[column][0]), ...fields.map(({ name }) => name)];
}

/** The cells of what a spreadsheet puts on the clipboard; a quoted cell may hold tabs, quotes and line ends. Trimmed; no empty lines at the end. */
export function cellsOf(pasted: string): string[][] {
  const text = pasted.replaceAll("\u0000", "").toWellFormed();
  const rows: string[][] = [];
  let row: string[] = [];
  const pattern = /"([^"]*(?:""[^"]*)*)"(?=\t|\r?\n|$)|([^\t\r\n]*)/y;
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  while (at <= text.length) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    const cell = found?.[1]?.replaceAll('""', '"') ?? found?.[2] ?? "";
    row.push(cell.replaceAll(/\s+/g, " ").trim());
    at = pattern.lastIndex;
    if (text[at] !== "\t") {
      rows.push(row);
      row = [];
      if (text[at] === "\r" && text[at + 1] === "\n") at++;
    }
    at++;
  }
  while (rows.at(-1)?.every((cell) => cell === "")) rows.pop();
  return rows;
}

export function headOf(
  cells: readonly string[],
  fields: readonly Field[],
): { head: Head; faults: PasteFault[] } {
  const places = new Map<Column, number>();
  const words = new Map<Column, string>();
  const faults: PasteFault[] = [];
  for (const [at, cell] of cells.entries()) {
    if (cell === "") continue;
    const column = columnNamed(cell, fields);
    if (column === null) faults.push({ row: 1, column: cell, reason: "columnUnknown", value: cell });
    else if (places.has(column)) faults.push({ row: 1, column: cell, reason: "columnTwice", value: cell });
    else {
      places.set(column, at);
      words.set(column, cell);
    }
  }
  if (!places.has("code"))
    faults.unshift({ row: 1, column: "", reason: "headMissing", value: cells[0] ?? "" });
  return { head: { places, words }, faults };
}

function columnNamed(word: string, fields: readonly Field[]): Column | null {
  // The ledger's own field comes first: an office may well call one of them 名称.
  const field = fields.find(({ name }) => name === word);
  if (field) return `field:${field.key}`;
  const fixed = Object.entries(FIXED).find(([, words]) =>
    (words as readonly string[]).includes(word.toLowerCase()),
  );
  return (fixed?.[0] as keyof typeof FIXED | undefined) ?? null;
}

/** Ids by every name under which a unit or post may stand in a table; names that two share name nothing. */
export function idsByName(list: readonly { id: number; names: readonly string[] }[]): Map<string, number> {
  const ids = new Map<string, number>();
  const shared = new Set<string>();
  for (const { id, names } of list) {
    for (const name of new Set(names)) {
      if (ids.has(name)) shared.add(name);
      else ids.set(name, id);
    }
  }
  for (const name of shared) ids.delete(name);
  return ids;
}

type Choices = {
  units: readonly { id: number; name: string; full: string }[];
  posts: readonly { id: number; name: string; unitId: number }[];
};

/** Under which names a table may name units and posts: short or full, and a post also as 单位/岗位 where several share its name. */
export function idsOfChoices({ units, posts }: Choices): {
  units: Map<string, number>;
  posts: Map<string, number>;
} {
  const of = new Map(units.map((unit) => [unit.id, unit]));
  const full = posts.map(({ id, name, unitId }) => {
    const unit = of.get(unitId);
    return { id, names: unit ? [name, `${unit.name}/${name}`, `${unit.full}/${name}`] : [name] };
  });
  return {
    units: idsByName(units.map(({ id, name, full }) => ({ id, names: [name, full] }))),
    posts: idsByName(full),
  };
}
