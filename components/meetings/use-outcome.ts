"use client";

import { useEffect, useRef, useState } from "react";
import { CommandProblem } from "@/components/data/command-problem";
import { newKey } from "@/components/data/send-command";
import { runCommand } from "@/components/data/use-command";
import { announce } from "@/components/ui/announce";
import type { AgendaItemView } from "@/lib/meetings/agenda-queries";
import { useWords } from "@/lib/words-client";
import { EMPTY, inputOf, kindsFor, missingIn, type Written } from "./outcome-input";

/** Written and not yet kept by the server; `why` says what stood against it. */
export type Waiting = { key: string; written: Written; why: string | null };

/** What the recorder writes. The form is free again at once; nothing that was typed is lost when the answer is late or is no. */
export function useOutcome(
  meetingId: number,
  sectionOfTask: (taskId: number | null) => number | null,
  itemOf: (agendaItemId: number | null) => AgendaItemView | null,
  onAdded: () => Promise<void>,
) {
  const t = useWords("meetings");
  const [written, setWritten] = useState(EMPTY);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const { waiting, add, retry, drop } = useWaiting(
    (one) => inputOf(one, meetingId, itemOf(one.agendaItemId)),
    onAdded,
  );
  const set = (patch: Partial<Written>) => setWritten((before) => ({ ...before, ...patch }));
  const item = itemOf(written.agendaItemId);
  const kind = kindsFor(item).includes(written.kind) ? written.kind : "decision";
  const aboutTaskId = written.aboutTaskId ?? item?.task?.id ?? null;
  const filled = {
    ...written,
    kind,
    aboutTaskId,
    sectionId: written.sectionId ?? sectionOfTask(aboutTaskId),
  };
  const submit = () => {
    const missing = missingIn(filled);
    setErrors(Object.fromEntries(missing.map((field) => [field, t(`form.needs.${field}`)])));
    if (missing.length > 0) return;
    add(filled);
    // What the next one probably shares stays; who does it does not.
    set({ text: "", aboutTaskId: null, ownerPostId: null, method: null, day: null, granted: true });
  };
  const takeBack = (one: Waiting) => {
    drop(one.key);
    setWritten(one.written);
  };
  return { written: filled, item, set, errors, waiting, submit, retry, takeBack };
}

/** What is on its way, one after the other, so that it stands in the minutes in the order in which it was written. */
function useWaiting(inputFor: (written: Written) => object, onAdded: () => Promise<void>) {
  const t = useWords("meetings");
  const [waiting, setWaiting] = useState<Waiting[]>([]);
  const queue = useRef(Promise.resolve());
  useWarningWhile(waiting.length > 0);
  const drop = (key: string) => setWaiting((list) => list.filter((one) => one.key !== key));
  const mark = (key: string, why: string | null) =>
    setWaiting((list) => list.map((one) => (one.key === key ? { ...one, why } : one)));
  const send = async ({ key, written }: Waiting) => {
    try {
      await runCommand("outcome.add", inputFor(written), key);
      announce(t("outcomes.added"));
      await onAdded();
      drop(key);
    } catch (error) {
      if (!(error instanceof CommandProblem)) throw error;
      announce(error.title, true);
      mark(key, error.title);
    }
  };
  const enqueue = (one: Waiting) => {
    const sent = queue.current.then(() => send(one));
    // Whatever went wrong with this one, those written after it are sent all the same.
    queue.current = sent.catch(() => mark(one.key, t("outcomes.notKept")));
  };
  const add = (written: Written) => {
    const one = { key: newKey(), written, why: null };
    setWaiting((list) => [...list, one]);
    enqueue(one);
  };
  const retry = (one: Waiting) => {
    mark(one.key, null);
    enqueue(one);
  };
  return { waiting, add, retry, drop };
}

/** The browser asks before it leaves a page on which something is not kept yet. */
function useWarningWhile(unsaved: boolean) {
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [unsaved]);
}
