import type { Block } from "@/lib/papers/document-rules";
import type { EditedBlock } from "@/lib/papers/input";

/** A paper while it is edited: passages that keep their names while they move. */

type Text = Exclude<Block, { kind: "table" }>;
export type Passage = { key: number } & (
  | Text
  | { kind: "table"; place: number; title: string; rows: number }
);

export function passagesOf(blocks: readonly Block[]): Passage[] {
  let place = -1;
  return blocks.map((block, key): Passage => {
    if (block.kind !== "table") return { ...block, key };
    place += 1;
    return { key, kind: "table", place, title: block.table.title, rows: block.table.rows.length };
  });
}

/** One step up (−1) or down (1); at the end nothing moves. */
export function moved(list: readonly Passage[], key: number, by: -1 | 1): Passage[] {
  const at = list.findIndex((one) => one.key === key);
  const [one, other] = [list[at], list[at + by]];
  if (!one || !other) return [...list];
  return list.map((passage, place) => (place === at ? other : place === at + by ? one : passage));
}

export function without(list: readonly Passage[], key: number): Passage[] {
  return list.filter((one) => one.key !== key);
}

/** An empty passage of text below another. */
export function withBelow(list: readonly Passage[], key: number): Passage[] {
  const fresh = Math.max(...list.map((one) => one.key)) + 1;
  return list.flatMap((one) => (one.key === key ? [one, { key: fresh, kind: "text", text: "" }] : [one]));
}

export function changed(list: readonly Passage[], key: number, text: string): Passage[] {
  return list.map((one) => {
    if (one.key !== key || one.kind === "table") return one;
    return one.kind === "signature" ? { ...one, lines: text.split("\n") } : { ...one, text };
  });
}

/** What is typed into the passage's field. */
export function textOf(passage: Passage): string {
  if (passage.kind === "table") return passage.title;
  return passage.kind === "signature" ? passage.lines.join("\n") : passage.text;
}

/** As the command takes it; passages without a word are left out. */
export function sentOf(list: readonly Passage[]): EditedBlock[] {
  return list.flatMap((passage): EditedBlock[] => {
    if (passage.kind === "table") return [{ kind: "table", place: passage.place }];
    if (textOf(passage).trim() === "") return [];
    if (passage.kind === "signature") return [{ kind: "signature", lines: [...passage.lines] }];
    const { key: _, ...block } = passage;
    return [block];
  });
}
