"use client";

import { useCallback, useState } from "react";
import { columnOf } from "./lane-rules";

const KEY = "guatu-folded";
/** What has stopped is of little interest until somebody asks. */
const AT_FIRST = [columnOf("suspended")];

/** Which columns and lanes are folded; kept on this device. */
export function useFolds(): [ReadonlySet<string>, (key: string) => void] {
  const [folded, setFolded] = useState<ReadonlySet<string>>(() => new Set(kept()));
  const toggle = useCallback((key: string) => {
    setFolded((before) => {
      const after = new Set(before);
      if (!after.delete(key)) after.add(key);
      keep([...after]);
      return after;
    });
  }, []);
  return [folded, toggle];
}

function kept(): string[] {
  try {
    return localStorage.getItem(KEY)?.split(" ").filter(Boolean) ?? AT_FIRST;
  } catch {
    return AT_FIRST;
  }
}

function keep(keys: string[]) {
  try {
    localStorage.setItem(KEY, keys.join(" "));
  } catch {
    // Storage is switched off: the choice lasts as long as the page.
  }
}
