import type { BoardView } from "@/components/data/board-view";
import type { BoardTask } from "@/lib/board/rules";

/** Who answers for a task in the fewest words: unit and holder, or the post while nobody holds it; null when nobody does yet. */
export function sayShortOwner(board: BoardView, task: BoardTask): string | null {
  const unit = board.units.get(task.leadUnitId ?? 0);
  const post = board.posts.get(task.ownerPostId ?? 0);
  const unitName = unit?.shortName || unit?.name;
  if (!post) return unitName ?? null;
  const who = post.holders || post.name;
  return !unitName || who.startsWith(unitName) ? who : `${unitName} · ${who}`;
}
