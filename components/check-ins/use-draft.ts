"use client";

import { useCallback, useState } from "react";
import { useOffice } from "@/components/data/office";

/** Text that was not sent yet, kept in this browser for one account, so that a closed page or an expired session loses nothing. */

export type Draft<T> = { at: number; value: T };

/** Text of sensitive tasks goes with the tab: it must not lie about on a shared computer. */
function shelf(secret: boolean): Storage | null {
  try {
    return secret ? window.sessionStorage : window.localStorage;
  } catch {
    return null;
  }
}

export function useDraft<T>(name: string, { secret }: { secret: boolean }) {
  const { actor } = useOffice();
  return useDraftOf<T>(actor.accountId, name, { secret });
}

/** The same where nobody has signed in; `reader` tells one person's texts from another's. */
export function useDraftOf<T>(reader: number | string | null, name: string, { secret }: { secret: boolean }) {
  const key = `guatu-draft-${reader}-${name}`;
  const [found] = useState<Draft<T> | null>(() => read<T>(key, secret));
  const save = useCallback(
    (value: T | null) => {
      try {
        if (value === null) shelf(secret)?.removeItem(key);
        else shelf(secret)?.setItem(key, JSON.stringify({ at: Date.now(), value }));
      } catch {
        // A full or forbidden storage costs the safety net, nothing else.
      }
    },
    [key, secret],
  );
  return { found, save };
}

function read<T>(key: string, secret: boolean): Draft<T> | null {
  try {
    return JSON.parse(shelf(secret)?.getItem(key) ?? "null");
  } catch {
    return null;
  }
}
