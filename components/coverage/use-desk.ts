"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { notify } from "@/components/ui/toast-queue";
import type { Desk } from "@/lib/coverage/due-queries";
import { useWords } from "@/lib/words-client";
import type { DeskRow } from "./desk-rules";
import type { LogDuty, LogSubject } from "./log-sheet";
import type { Photo } from "./photo-input";
import type { VisitInput, Waiting } from "./queue";
import { useOfflinePage } from "./use-offline-page";
import { alone, useOwnQueue, useWaiting } from "./use-queue";

/** Recording on this page: what is open, what waits on the device, and what arrived since the figures were read. */
export function useDesk(desk: Desk) {
  const t = useWords("coverage");
  const router = useRouter();
  const [arrived, setArrived] = useState<readonly Waiting[]>([]);
  const [subject, setSubject] = useState<LogSubject | null>(null);
  const [mending, setMending] = useState<Waiting | null>(null);
  const queue = useOwnQueue((one) => {
    setArrived((before) => [...before, one]);
    notify({ text: t("log.done", { object: one.said.object }), tone: "success" });
    router.refresh();
  });
  const waiting = useWaiting(queue);
  // The figures that came now hold what arrived before.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new desk is what this waits for
  useEffect(() => setArrived([]), [desk]);
  useRefreshing(router.refresh);
  useOfflinePage();
  const close = () => {
    setSubject(null);
    setMending(null);
  };
  const save = async (input: VisitInput, photos: Photo[], duty: LogDuty) => {
    const said = { object: subject?.title ?? "", duty: duty.name };
    const old = mending;
    close();
    if (old) await queue.mend(old, input);
    else await queue.add(input, said, photos, performance.timeOrigin + performance.now());
    if (!navigator.onLine) notify({ text: t("queue.kept") });
    else await alone(() => queue.flush());
  };
  return {
    queue,
    pending: [...waiting.filter(({ refused }) => refused === null), ...arrived],
    subject,
    mending,
    open: (row: DeskRow) => setSubject(subjectOf(row)),
    mend: (one: Waiting) => {
      const object = desk.objects.find(({ id }) => id === one.input.objectId);
      const duties = desk.duties.filter(({ registerId }) => registerId === object?.registerId);
      if (!object) return notify({ text: t("queue.gone"), tone: "error" });
      setMending(one);
      setSubject({
        id: object.id,
        title: one.said.object,
        duties: duties.map((duty) => ({ ...duty, owed: true })),
      });
    },
    close,
    save,
  };
}

function subjectOf({ id, code, name, duties, due }: DeskRow): LogSubject {
  const owed = new Set(due.map((duty) => duty.id));
  const inOrder = [...due, ...duties.filter((duty) => !owed.has(duty.id))];
  const title = name && name !== code ? `${code} ${name}` : code;
  return { id, title, duties: inOrder.map((duty) => ({ ...duty, owed: owed.has(duty.id) })) };
}

/** A page that is looked at again shows what holds now. */
function useRefreshing(refresh: () => void) {
  useEffect(() => {
    const look = async () => {
      if (document.hidden || !navigator.onLine) return;
      // A refresh that fails would leave the page for the browser's own error.
      const answer = await fetch("/api/health", { cache: "no-store" }).catch(() => null);
      if (answer?.ok) refresh();
    };
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [refresh]);
}
