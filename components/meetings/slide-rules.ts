import type { AgendaItemView } from "@/lib/meetings/agenda-queries";
import { type ChangeKind, kindsOf } from "@/lib/meetings/change-rules";
import type { OutcomeView } from "@/lib/meetings/queries";
import type { Review, ReviewChange, ReviewTask } from "@/lib/meetings/review-queries";
import type { SectionReview } from "@/lib/meetings/review-rules";

/** More rows than these cannot be read from the back of the room. */
export const ROWS = 8;
export const OUTCOME_ROWS = 5;

/** `first`: the number of the first row, counted through all pages from 1. */
export type Part = { page: number; pages: number; first: number };

export type Slide =
  | { kind: "overview" }
  | ({
      kind: "exceptions";
      light: "red" | "yellow" | "unreported";
      tasks: ReviewTask[];
      count: number;
    } & Part)
  | { kind: "section"; section: SectionReview<ReviewChange>; shown: ReviewChange[]; more: number }
  | ({ kind: "agenda"; items: AgendaItemView[]; count: number } & Part)
  | { kind: "item"; item: AgendaItemView; place: number; count: number; outcomes: OutcomeView[] }
  | ({ kind: "outcomes"; outcomes: OutcomeView[] } & Part);

/**
 * What is shown, in order: the numbers, what must be talked about, each section, the agenda matter by matter, what was decided.
 * Tasks that are all on the agenda have no list besides.
 */
export function slidesOf(review: Review): Slide[] {
  const agenda = agendaSlides(review);
  const talked = new Set(review.agenda.items.map(({ task }) => task?.id));
  const exceptions = (["red", "yellow", "unreported"] as const).flatMap((light) => {
    const tasks = review.exceptions[light];
    if (tasks.every(({ id }) => talked.has(id))) return [];
    return inPages(tasks, ROWS).map(({ rows, ...part }) => ({
      kind: "exceptions" as const,
      light,
      tasks: rows,
      count: tasks.length,
      ...part,
    }));
  });
  const sections = review.sections.map((section) => ({
    kind: "section" as const,
    section,
    shown: weightiest(section.changes, ROWS),
    more: Math.max(0, section.changes.length - ROWS),
  }));
  const pages = inPages(review.outcomes, OUTCOME_ROWS);
  const decided = pages.length > 0 ? pages : [{ rows: [], page: 1, pages: 1, first: 1 }];
  const outcomes = decided.map(({ rows, ...part }) => ({
    kind: "outcomes" as const,
    outcomes: rows,
    ...part,
  }));
  return [{ kind: "overview" }, ...exceptions, ...sections, ...agenda, ...outcomes];
}

/** The contents and then every matter; what was moved on or dropped is not talked about. */
function agendaSlides({ agenda, outcomes }: Review): Slide[] {
  const items = agenda.items.filter(({ state }) => state === "waiting" || state === "discussed");
  const count = items.length;
  const contents = inPages(items, ROWS).map(({ rows, ...part }) => ({
    kind: "agenda" as const,
    items: rows,
    count,
    ...part,
  }));
  const each = items.map((item, at) => ({
    kind: "item" as const,
    item,
    place: at + 1,
    count,
    outcomes: outcomes.filter(({ id }) => item.outcomeIds.includes(id)),
  }));
  return [...contents, ...each];
}

/** The name of a slide, by which others find it although slides before it come and go. */
export function slideName(slide: Slide): string {
  if (slide.kind === "item") return `item:${slide.item.id}`;
  if (slide.kind === "section") return `section:${slide.section.id}`;
  if (slide.kind === "overview") return "overview";
  return `${slide.kind === "exceptions" ? slide.light : slide.kind}:${slide.page}`;
}

/** Where the matter with this number is shown; null when there is none. */
export function slideOfPlace(slides: readonly Slide[], place: number): number | null {
  const at = slides.findIndex((slide) => slide.kind === "item" && slide.place === place);
  return at < 0 ? null : at;
}

/** The changes that a room must see, in the order of the plan: red ones, then ends and beginnings, then yellow ones. */
function weightiest(changes: readonly ReviewChange[], most: number): ReviewChange[] {
  const weight = (change: ReviewChange) => {
    const { light } = change.task.light;
    if (light === "red") return 0;
    if (kindsOf(change).some((kind) => ENDS.includes(kind))) return 1;
    return light === "yellow" ? 2 : 3;
  };
  const kept = new Set([...changes].sort((a, b) => weight(a) - weight(b)).slice(0, most));
  return changes.filter((change) => kept.has(change));
}

const ENDS: readonly ChangeKind[] = ["added", "closed", "reopened", "terminated", "suspended", "dueMoved"];

/** The rows cut into pages of almost the same length, so that none has a single row left over; no rows, no page. */
function inPages<T>(rows: readonly T[], most: number): ({ rows: T[] } & Part)[] {
  const pages = Math.ceil(rows.length / most);
  const size = Math.ceil(rows.length / Math.max(1, pages));
  return Array.from({ length: pages }, (_, at) => ({
    rows: rows.slice(at * size, (at + 1) * size),
    page: at + 1,
    pages,
    first: at * size + 1,
  }));
}

/** Where a key leads, or null when it leads nowhere. */
export function slideAfter(key: string, at: number, count: number): number | null {
  const last = count - 1;
  const to: Record<string, number> = {
    ArrowRight: at + 1,
    ArrowDown: at + 1,
    PageDown: at + 1,
    " ": at + 1,
    ArrowLeft: at - 1,
    ArrowUp: at - 1,
    PageUp: at - 1,
    Home: 0,
    End: last,
  };
  const wanted = to[key];
  return wanted === undefined ? null : Math.min(last, Math.max(0, wanted));
}
