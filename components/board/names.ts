import type { BoardView, Post } from "@/components/data/board-view";
import { fold } from "@/components/palette/find-rules";
import type { BoardTask } from "@/lib/board/rules";

/** Who holds a post and which it is; the name comes first, because the end of a long line may be cut and a name never is. */
export function sayPost(post: Post): string {
  return post.holders ? `${post.holders} · ${post.name}` : post.name;
}

/** Who answers for a task: the post and its holder, otherwise the unit; null when nobody does yet. */
export function sayOwner(board: BoardView, task: BoardTask): string | null {
  const post = board.posts.get(task.ownerPostId ?? 0);
  const unit = board.units.get(task.leadUnitId ?? 0);
  if (!post) return unit?.name ?? null;
  const known = !unit || post.name.startsWith(unit.shortName) || post.name.startsWith(unit.name);
  return known ? sayPost(post) : `${sayPost(post)} · ${unit.shortName}`;
}

type Searchable = { frame: BoardView["units"]; text: string };
const searchable = new WeakMap<BoardTask, Searchable>();

/** What the search looks through: code, title, unit and owner. */
export function textOf(board: BoardView, task: BoardTask): string {
  const known = searchable.get(task);
  if (known?.frame === board.units) return known.text;
  const unit = board.units.get(task.leadUnitId ?? 0);
  const text = fold([task.code, task.title, unit?.name, unit?.shortName, sayOwner(board, task)].join(" "));
  searchable.set(task, { frame: board.units, text });
  return text;
}
