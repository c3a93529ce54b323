import type { Definition, Field } from "@/lib/ledgers/rules";

/** The columns of the table, and which of them the width has room for. */

export type ColumnKey =
  | "code"
  | "title"
  | "stage"
  | "track"
  | "since"
  | "due"
  | "unit"
  | "post"
  | "sponsor"
  | `field.${string}`;
export type Column = { key: ColumnKey; width: number; field?: Field; number?: boolean };

/** Pixels at 16 px letters; the title takes what is left. */
const FIXED = {
  code: 120,
  title: 160,
  stage: 132,
  track: 96,
  since: 76,
  due: 104,
  unit: 128,
  post: 136,
  sponsor: 136,
} as const;
const FIELD_WIDTHS: Record<Field["type"], number> = {
  text: 128,
  number: 92,
  money: 108,
  day: 104,
  choice: 104,
  phone: 132,
  yesNo: 72,
};

type Used = {
  titles: boolean;
  posts: boolean;
  sponsors: boolean;
  units: boolean;
  dues: boolean;
  /** Those of the ledger's own fields that some entry fills. */
  fields: readonly Field[];
};

/** Every column that says something in this ledger, the most telling first. */
export function columnsOf({ tracks }: Pick<Definition, "tracks">, used: Used): Column[] {
  const fixed = (key: keyof typeof FIXED): Column => ({ key, width: FIXED[key] });
  return [
    fixed("code"),
    ...(used.titles ? [fixed("title")] : []),
    fixed("stage"),
    ...(tracks.length > 0 ? [fixed("track")] : []),
    { ...fixed("since"), number: true },
    ...(used.dues ? [fixed("due")] : []),
    ...(used.units ? [fixed("unit")] : []),
    ...(used.sponsors ? [fixed("sponsor")] : []),
    ...(used.posts ? [fixed("post")] : []),
    ...used.fields.map((field): Column => {
      const number = field.type === "number" || field.type === "money";
      return { key: `field.${field.key}`, width: FIELD_WIDTHS[field.type], field, number };
    }),
  ];
}

/** As many columns as fit beside the boxes and the menu; those that do not are read in the entry itself. */
export function fitting(columns: readonly Column[], width: number, scale: number): Column[] {
  let left = width - 88 * scale;
  return columns.filter((column, place) => {
    left -= column.width * scale;
    // The first four say which entry it is and where it stands, on however narrow a page.
    return place < 3 || left >= 0;
  });
}
