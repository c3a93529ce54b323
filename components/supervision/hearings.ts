import type { BoardView, Post } from "@/components/data/board-view";
import type { BoardTask } from "@/lib/board/rules";
import { type Hearing, hearingOf } from "@/lib/supervision/urge-rules";

type Manning = { headed: ReadonlySet<number>; keepsPeople: boolean };
const known = new WeakMap<BoardView["posts"], Manning>();

/** Units whose head's post somebody holds today, and whether anybody holds any post. */
function manningOf(posts: BoardView["posts"]): Manning {
  const before = known.get(posts);
  if (before) return before;
  const held = [...posts.values()].filter(({ holders }: Post) => holders !== "");
  const headed = new Set(held.filter(({ isHead }) => isHead).map(({ unitId }) => unitId));
  const found = { headed, keepsPeople: held.length > 0 };
  known.set(posts, found);
  return found;
}

/** Who hears an urge about this task, as far as the board tells. */
export function hearingOn(board: BoardView, task: BoardTask): Hearing {
  const ownerHeld = (board.posts.get(task.ownerPostId ?? 0)?.holders ?? "") !== "";
  const { headed, keepsPeople } = manningOf(board.posts);
  return hearingOf({ ownerHeld, headHeld: headed.has(task.leadUnitId ?? 0), keepsPeople });
}
