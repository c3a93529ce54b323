import type { BoardView, Post } from "@/components/data/board-view";
import type { BoardTask } from "@/lib/board/rules";
import { type Hearing, hearingOf } from "@/lib/supervision/urge-rules";

const known = new WeakMap<BoardView["posts"], ReadonlySet<number>>();

/** Units whose head's post somebody holds today. */
function headedUnits(posts: BoardView["posts"]): ReadonlySet<number> {
  const found = known.get(posts) ?? new Set([...posts.values()].filter(isHeld).map(({ unitId }) => unitId));
  known.set(posts, found);
  return found;
}

const isHeld = ({ isHead, holders }: Post) => isHead && holders !== "";

/** Who hears an urge about this task, as far as the board tells. */
export function hearingOn(board: BoardView, task: BoardTask): Hearing {
  const ownerHeld = (board.posts.get(task.ownerPostId ?? 0)?.holders ?? "") !== "";
  return hearingOf({ ownerHeld, headHeld: headedUnits(board.posts).has(task.leadUnitId ?? 0) });
}
