"use client";

import { useState } from "react";
import type { BoardView } from "@/components/data/board-view";
import { useCommand } from "@/components/data/use-command";
import { announce } from "@/components/ui/announce";
import type { ComboboxOption } from "@/components/ui/combobox";
import type { Day } from "@/lib/calendar/rules";
import type { OutcomeKind } from "@/lib/meetings/rules";
import type { Words } from "@/lib/message-format";
import { useWords } from "@/lib/words-client";

/** What stands in the form. */
export type Written = {
  kind: OutcomeKind;
  text: string;
  aboutTaskId: number | null;
  ownerPostId: number | null;
  sponsorPostId: number | null;
  sectionId: number | null;
  dueDay: Day | null;
};

const EMPTY: Written = {
  kind: "decision",
  text: "",
  aboutTaskId: null,
  ownerPostId: null,
  sponsorPostId: null,
  sectionId: null,
  dueDay: null,
};

/** What the recorder writes, and how it is sent. */
export function useOutcome(meetingId: number, board: BoardView | null, onAdded: () => Promise<void>) {
  const t = useWords("meetings");
  const { run, pending } = useCommand("outcome.add");
  const [written, setWritten] = useState(EMPTY);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const set = (patch: Partial<Written>) => setWritten((before) => ({ ...before, ...patch }));
  const about = board?.byId.get(written.aboutTaskId ?? 0);
  const filled = { ...written, sectionId: written.sectionId ?? about?.sectionId ?? null };
  const submit = async () => {
    const missing = missingIn(filled, t);
    setErrors(missing);
    if (pending || Object.keys(missing).length > 0) return;
    const done = await run(inputOf(filled, meetingId)).then(
      () => true,
      () => false,
    );
    if (!done) return;
    announce(t("outcomes.added"));
    // What the next one probably shares stays; who does it does not.
    set({ text: "", aboutTaskId: null, ownerPostId: null });
    await onAdded();
  };
  return { written: filled, set, errors, pending, submit };
}

function missingIn(written: Written, t: Words): Record<string, string> {
  const wanted: [keyof Written, string][] = [["text", "form.needs.text"]];
  if (written.kind === "assignment")
    wanted.push(
      ["ownerPostId", "form.needs.owner"],
      ["dueDay", "form.needs.due"],
      ["sectionId", "form.needs.section"],
    );
  const missing = wanted.filter(([field]) => written[field] === null || String(written[field]).trim() === "");
  return Object.fromEntries(missing.map(([field, key]) => [field, t(key)]));
}

function inputOf(written: Written, meetingId: number) {
  const { kind, text, aboutTaskId, ownerPostId, sponsorPostId, sectionId, dueDay } = written;
  if (kind !== "assignment") return { meetingId, kind, text, aboutTaskId };
  const task = { title: text, sectionId, ownerPostId, sponsorPostId, dueDay };
  return { meetingId, kind, aboutTaskId, task };
}

/** The tasks of the board as choices, by code. */
export function taskOptions(board: BoardView | null): ComboboxOption[] {
  const tasks = [...(board?.tasks ?? [])];
  return tasks.map(({ id, code, title }) => ({ id, label: `${code} ${title}`, keys: code }));
}
