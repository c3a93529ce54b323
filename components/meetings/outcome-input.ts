import type { Day } from "@/lib/calendar/rules";
import type { AgendaItemView } from "@/lib/meetings/agenda-queries";
import type { OutcomeKind } from "@/lib/meetings/rules";
import type { VerifyMethod } from "@/lib/tasks/rules";

/** What the recorder writes, from the form to the door. */

export type Written = {
  kind: OutcomeKind;
  text: string;
  /** Under which matter of the agenda; null for none. */
  agendaItemId: number | null;
  aboutTaskId: number | null;
  ownerPostId: number | null;
  sponsorPostId: number | null;
  sectionId: number | null;
  dueDay: Day | null;
  /** How a closing was verified. */
  method: VerifyMethod | null;
  /** The day that an extension is granted to. */
  day: Day | null;
  granted: boolean;
};

export const EMPTY: Written = {
  ...{ kind: "decision", text: "", agendaItemId: null, aboutTaskId: null },
  ...{ ownerPostId: null, sponsorPostId: null, sectionId: null, dueDay: null },
  ...{ method: null, day: null, granted: true },
};

/** What can be decided under a matter: a request is answered only where there is one. */
export function kindsFor(item: Pick<AgendaItemView, "extension" | "task" | "masked"> | null): OutcomeKind[] {
  const kinds: OutcomeKind[] = ["decision", "assignment"];
  if (item?.extension) kinds.push("extension");
  if (item?.task?.status === "submitted") kinds.push("closing");
  return [...kinds, "instruction", "note"];
}

type Field = "text" | "ownerPostId" | "dueDay" | "sectionId" | "aboutTaskId" | "method" | "day";

const NEEDS: Record<OutcomeKind, readonly Field[]> = {
  decision: ["text"],
  note: ["text"],
  assignment: ["text", "ownerPostId", "dueDay", "sectionId"],
  instruction: ["text", "aboutTaskId"],
  closing: ["method"],
  extension: ["day"],
};

/** The fields that are still empty, in the order of the form. */
export function missingIn(written: Written): Field[] {
  const declined = written.kind === "extension" && !written.granted;
  const needs: readonly Field[] = declined ? ["text"] : NEEDS[written.kind];
  return needs.filter((field) => written[field] === null || String(written[field]).trim() === "");
}

/** As the door takes it. `item`: the matter under which it is written. */
export function inputOf(written: Written, meetingId: number, item: AgendaItemView | null) {
  const { kind, text, agendaItemId, aboutTaskId, method, granted, day } = written;
  const where = { meetingId, agendaItemId };
  if (kind === "assignment") {
    const { sectionId, ownerPostId, sponsorPostId, dueDay } = written;
    return {
      ...where,
      kind,
      aboutTaskId,
      task: { title: text, sectionId, ownerPostId, sponsorPostId, dueDay },
    };
  }
  if (kind === "extension") {
    const { id: extensionId = 0, version = 0 } = item?.extension ?? {};
    return { ...where, kind, text, extensionId, version, granted, ...(granted ? { day } : {}) };
  }
  if (kind === "closing")
    return {
      ...where,
      kind,
      text,
      aboutTaskId: item?.task?.id ?? aboutTaskId,
      version: item?.task?.version ?? 0,
      method,
    };
  if (kind === "instruction") return { ...where, kind, text, aboutTaskId, instruction: { kind: "note" } };
  return { ...where, kind, text, aboutTaskId };
}
