"use client";

import { useCallback, useState } from "react";

/** Files that were picked: what can be attached by now, and how many are still on their way. */
export function useTickets() {
  const [files, setFiles] = useState({ tickets: [] as string[], underWay: 0 });
  const take = useCallback((tickets: string[], underWay: number) => setFiles({ tickets, underWay }), []);
  return { ...files, take };
}
