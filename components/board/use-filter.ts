"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import { type BoardFilter, readFilter, writeFilter } from "./filter-rules";

const TYPING_MS = 250;

export type ChangeFilter = (patch: Partial<BoardFilter>) => void;

/**
 * The filter in the address. What is chosen shows at once and the address follows, because a round through the router
 * would cost more than a frame for every key.
 */
export function useFilter(): [BoardFilter, ChangeFilter] {
  const address = useSearchParams().toString();
  const [filter, setFilter] = useState(() => readFilter(address));
  const latest = useRef(filter);
  const { written, write } = useAddress(writeFilter(filter));
  useEffect(() => {
    const asked = readFilter(address);
    // Back, forward and links change the address from outside; our own writing comes back here, too.
    if (writeFilter(asked) === written.current) return;
    written.current = writeFilter(asked);
    latest.current = asked;
    setFilter(asked);
  }, [address, written]);
  const change = useCallback(
    (patch: Partial<BoardFilter>) => {
      const before = latest.current;
      latest.current = { ...before, ...patch };
      setFilter(latest.current);
      const opens = before.taskId === null && latest.current.taskId !== null;
      write(() => writeFilter(latest.current), { opens, later: "text" in patch });
    },
    [write],
  );
  return [filter, change];
}

type Way = { opens: boolean; later: boolean };

/** Writes into the address; what is typed when the typing pauses, everything else at once. */
function useAddress(atFirst: string) {
  const pathname = usePathname();
  const written = useRef(atFirst);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const write = useCallback(
    (search: () => string, { opens, later }: Way) => {
      clearTimeout(timer.current);
      const now = () => {
        written.current = search();
        const url = written.current ? `${pathname}?${written.current}` : pathname;
        // Back closes a task that was opened; everything else would fill the history with keystrokes.
        if (opens) window.history.pushState(null, "", url);
        else window.history.replaceState(null, "", url);
      };
      if (later) timer.current = setTimeout(now, TYPING_MS);
      else now();
    },
    [pathname],
  );
  return { written, write };
}
