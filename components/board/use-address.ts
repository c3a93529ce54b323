"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";

const TYPING_MS = 250;

/** How a filter is read from the address and written into it; keep the object stable. */
export type Spelling<F> = {
  read: (search: string) => F;
  write: (filter: F) => string;
  /** Whether this step opens something, so that Back closes it. */
  opens: (before: F, after: F) => boolean;
};

/**
 * The filter in the address. What is chosen shows at once and the address follows, because a round through the router
 * would cost more than a frame for every key.
 */
export function useAddress<F extends { text: string }>(
  spelling: Spelling<F>,
): [F, (patch: Partial<F>) => void] {
  const address = useSearchParams().toString();
  const [filter, setFilter] = useState(() => spelling.read(address));
  const latest = useRef(filter);
  const { written, write } = useWriting(spelling.write(filter));
  useEffect(() => {
    const asked = spelling.read(address);
    // Back, forward and links change the address from outside; our own writing comes back here, too.
    if (spelling.write(asked) === written.current) return;
    written.current = spelling.write(asked);
    latest.current = asked;
    setFilter(asked);
  }, [address, written, spelling]);
  const change = useCallback(
    (patch: Partial<F>) => {
      const before = latest.current;
      latest.current = { ...before, ...patch };
      setFilter(latest.current);
      const opens = spelling.opens(before, latest.current);
      write(() => spelling.write(latest.current), { opens, later: "text" in patch });
    },
    [write, spelling],
  );
  return [filter, change];
}

type Way = { opens: boolean; later: boolean };

/** Writes into the address; what is typed when the typing pauses, everything else at once. */
function useWriting(atFirst: string) {
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
        // Back closes what was opened; everything else would fill the history with keystrokes.
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
