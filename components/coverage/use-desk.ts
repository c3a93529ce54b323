"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { renewAll } from "@/components/data/board-loader";
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
  // Figures that came later hold what arrived before them.
  const [known, setArrived] = useState<{ desk: Desk; visits: readonly Waiting[] }>({ desk, visits: [] });
  const arrived = known.desk === desk ? known.visits : [];
  const [subject, setSubject] = useState<LogSubject | null>(null);
  const [mending, setMending] = useState<Waiting | null>(null);
  const queue = useOwnQueue((one) => {
    setArrived((before) => ({ desk, visits: [...(before.desk === desk ? before.visits : []), one] }));
    notify({ text: t("log.done", { object: one.said.object }), tone: "success" });
    router.refresh();
  });
  const waiting = useWaiting(queue);
  useRenewing();
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
function useRenewing() {
  useEffect(() => {
    const look = () => {
      if (!document.hidden && navigator.onLine) void renewAll();
    };
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, []);
}
