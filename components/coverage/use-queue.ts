"use client";

import { createStore, del, set, type UseStore, values } from "idb-keyval";
import { createContext, useContext, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { useOffice } from "@/components/data/office";
import { newKey, sendCommand } from "@/components/data/send-command";
import { sendFile } from "@/components/files/send-file";
import { createQueue, type Queue, type Shelf, type Waiting, type Wire } from "./queue";

const NONE: readonly Waiting[] = [];
const AGAIN_MS = 30_000;

let store: UseStore | null = null;
const database = () => (store ??= createStore("guatu-visits", "waiting"));

/** Where nothing may be kept (private windows), visits live as long as the page. */
const memory = new Map<string, Waiting>();
const shelf: Shelf = {
  read: () => values<Waiting>(database()).catch(() => [...memory.values()]),
  put: (one) => set(one.key, one, database()).catch(() => void memory.set(one.key, one)),
  remove: (key) => del(key, database()).catch(() => void memory.delete(key)),
};

/** Visits on this device that no server has. */
export async function countWaiting(): Promise<number> {
  return (await shelf.read()).length;
}

const patience = () => new AbortController().signal;
const wire: Wire = {
  upload: ({ name, content }) =>
    sendFile(new File([content], name, { type: content.type }), name, () => {}, patience()),
  send: (input, key) => sendCommand("visit.log", input, { key }),
  newKey,
};

const QueueContext = createContext<Queue | null>(null);
export const QueueProvider = QueueContext.Provider;

export function useQueue(): Queue {
  const queue = useContext(QueueContext);
  if (!queue) throw new Error("QueueProvider does not stand above");
  return queue;
}

export function useWaiting(queue: Queue): readonly Waiting[] {
  return useSyncExternalStore(queue.watch, queue.get, () => NONE);
}

/** The queue of this person, which sends by itself when the page opens, is looked at again, or gets its network back. */
export function useOwnQueue(onSent: (one: Waiting) => void): Queue {
  const { actor } = useOffice();
  const [told] = useState(() => ({ onSent }));
  useEffect(() => {
    told.onSent = onSent;
  });
  const accountId = actor.accountId ?? 0;
  const queue = useMemo(
    () => createQueue(accountId, shelf, wire, (one) => told.onSent(one)),
    [accountId, told],
  );
  useEffect(() => {
    const send = () => void (navigator.onLine ? alone(() => queue.flush()) : queue.reload());
    const look = () => document.hidden || send();
    const timer = setInterval(() => queue.get().length > 0 && send(), AGAIN_MS);
    window.addEventListener("online", send);
    document.addEventListener("visibilitychange", look);
    send();
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", send);
      document.removeEventListener("visibilitychange", look);
    };
  }, [queue]);
  return queue;
}

/** Two tabs would upload the same photos twice; the visits themselves are safe by their keys. */
export async function alone(work: () => Promise<void>): Promise<void> {
  if (!("locks" in navigator)) return work();
  await navigator.locks.request("guatu-visits", { ifAvailable: true }, async (lock) => {
    if (lock) await work();
  });
}
