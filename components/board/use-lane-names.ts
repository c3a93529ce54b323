"use client";

import { useCallback } from "react";
import type { BoardView } from "@/components/data/board-view";
import { useWords } from "@/lib/words-client";
import type { Group } from "./filter-rules";
import type { Lane } from "./lane-rules";
import { sayPost } from "./names";

/** What each lane is called. */
export function useLaneNames(board: BoardView, group: Group | null): (lane: Lane) => string {
  const t = useWords("board");
  const lights = useWords("lights");
  return useCallback(
    (lane) => {
      if (lane.light) return lights(`light.${lane.light}`);
      if (group === "unit") return board.units.get(lane.id)?.name ?? t("none.units");
      if (group === "section") {
        const section = board.sections.get(lane.id);
        return section ? `${section.code} ${section.title}` : t("none.sections");
      }
      const post = board.posts.get(lane.id);
      return post ? sayPost(post) : t(group === "owner" ? "none.owners" : "none.sponsors");
    },
    [board, group, t, lights],
  );
}
