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
  const pathname = usePathname();
  const [filter, setFilter] = useState(() => readFilter(address));
  const latest = useRef(filter);
  const written = useRef(writeFilter(filter));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    const asked = readFilter(address);
    // Back, forward and links change the address from outside; our own writing comes back here, too.
    if (writeFilter(asked) === written.current) return;
    written.current = writeFilter(asked);
    latest.current = asked;
    setFilter(asked);
  }, [address]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const change = useCallback(
    (patch: Partial<BoardFilter>) => {
      const before = latest.current;
      latest.current = { ...before, ...patch };
      setFilter(latest.current);
      clearTimeout(timer.current);
      const opens = before.taskId === null && latest.current.taskId !== null;
      const write = () => {
        written.current = writeFilter(latest.current);
        const url = written.current ? `${pathname}?${written.current}` : pathname;
        // Back closes a task that was opened; everything else would fill the history with keystrokes.
        if (opens) window.history.pushState(null, "", url);
        else window.history.replaceState(null, "", url);
      };
      if ("text" in patch) timer.current = setTimeout(write, TYPING_MS);
      else write();
    },
    [pathname],
  );
  return [filter, change];
}
