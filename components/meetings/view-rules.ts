import type { Review } from "@/lib/meetings/review-queries";
import type { ListKey } from "@/lib/meetings/review-rules";

/** The parts of a meeting's page. */
export const VIEWS = ["agenda", "changes", "attendance"] as const;
export type View = (typeof VIEWS)[number];

type Asked = { view?: string; since?: string | undefined; list: ListKey | null };

/** The part that is seen first: a list or another day is asked for among the changes; otherwise what the meeting talks about. */
export function firstView({ meeting, agenda }: Pick<Review, "meeting" | "agenda">, asked: Asked): View {
  const wanted = VIEWS.find((key) => key === asked.view);
  if (wanted) return wanted;
  if (meeting.status === "draft") return "agenda";
  if (asked.list !== null || asked.since !== undefined) return "changes";
  return agenda.items.length > 0 ? "agenda" : "changes";
}
