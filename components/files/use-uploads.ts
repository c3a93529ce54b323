"use client";

import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { announce } from "@/components/ui/announce";
import { useWords } from "@/lib/words-client";
import { tellWhy } from "./picked-file";
import { sendFile } from "./send-file";
import { createUploads, type Limits, type Picked, ticketsOf, underWay } from "./uploads";

const NONE: readonly Picked[] = [];

/** The uploads of one form, told aloud as they end; those under way stop when the form goes. */
export function useUploads(limits: Limits, onTickets: (tickets: string[], underWay: number) => void) {
  const [uploads] = useState(() => createUploads(sendFile, limits));
  const picked = useSyncExternalStore(uploads.watch, uploads.get, () => NONE);
  useEffect(() => uploads.stop, [uploads]);
  useTelling(picked, limits.megabytes);
  const told = useRef("");
  useEffect(() => {
    const facts = JSON.stringify([ticketsOf(picked), underWay(picked)]);
    if (told.current === facts || (told.current === "" && picked.length === 0)) return;
    told.current = facts;
    onTickets(ticketsOf(picked), underWay(picked));
  }, [picked, onTickets]);
  return { uploads, picked };
}

function useTelling(picked: readonly Picked[], megabytes: number) {
  const t = useWords("files");
  const before = useRef(NONE);
  useEffect(() => {
    for (const one of picked) {
      if (before.current.find(({ id }) => id === one.id)?.phase === one.phase) continue;
      if (one.phase === "done") announce(t("picker.announceDone", { name: one.name }));
      if (one.phase === "failed") {
        announce(t("picker.announceFailed", { name: one.name, why: tellWhy(one, megabytes, t) }), true);
      }
    }
    before.current = picked;
  }, [picked, megabytes, t]);
}
