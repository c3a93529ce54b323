import type { BoardTask } from "@/lib/board/rules";
import type { Band } from "./band-rules";

/** More tasks than these cannot be read from the back of the room. */
export const TASKS = 8;

export type Slide =
  | { kind: "overview" }
  | { kind: "section"; band: Band; tasks: BoardTask[]; page: number; pages: number };

/** The big screen, picture by picture: the whole plan, then each section in as many pictures as it needs. */
export function slidesOf(bands: readonly Band[]): Slide[] {
  return [{ kind: "overview" }, ...bands.flatMap(pagesOf)];
}

function pagesOf(band: Band): Slide[] {
  const pages = Math.ceil(band.tasks.length / TASKS);
  // 15 tasks stand as 8 and 7, 9 as 5 and 4.
  const each = Math.ceil(band.tasks.length / Math.max(1, pages));
  return Array.from({ length: pages }, (_, at) => ({
    kind: "section" as const,
    band,
    tasks: band.tasks.slice(at * each, (at + 1) * each),
    page: at + 1,
    pages,
  }));
}
