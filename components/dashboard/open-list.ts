import { type BoardFilter, NO_FILTER, writeFilter } from "@/components/board/filter-rules";

/** The address of the board that lists what a number counts. */
export function listAt(asked: Partial<BoardFilter>): string {
  const search = writeFilter({ ...NO_FILTER, ...asked });
  return search === "" ? "/board" : `/board?${search}`;
}
