"use client";

import { useCallback, useEffect, useState } from "react";

export type Look = "light" | "dark";

const KEY = "guatu-stage-look";

/** Light for projectors, dark for a screen in a dark room; this browser remembers it. */
export function useLook(): { look: Look; turn: () => void } {
  const [look, setLook] = useState<Look>("light");
  useEffect(() => setLook(remembered()), []);
  const turn = useCallback(() => {
    const next = look === "dark" ? "light" : "dark";
    setLook(next);
    keep(next);
  }, [look]);
  return { look, turn };
}

// Storage may be closed to pages (private windows, policies); the choice then lasts as long as the page.
function remembered(): Look {
  try {
    return localStorage.getItem(KEY) === "dark" ? "dark" : "light";
  } catch {
    return "light";
  }
}

function keep(look: Look): void {
  try {
    localStorage.setItem(KEY, look);
  } catch {
    return;
  }
}
