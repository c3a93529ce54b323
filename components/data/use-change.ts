"use client";

import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { useCommand } from "./use-command";

/** One change; when it is done the page shows what holds now. @returns the answer, or null when it was not done */
export function useChange<R = unknown>(name: string) {
  const router = useRouter();
  const { run, pending, problem, clear } = useCommand<R>(name);
  const change = useCallback(
    async (input: unknown): Promise<R | null> => {
      const result = await run(input).catch(() => null);
      if (result !== null) router.refresh();
      return result;
    },
    [run, router],
  );
  return { change, pending, problem, clear };
}
