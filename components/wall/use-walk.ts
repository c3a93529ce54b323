"use client";

import { useRouter } from "next/navigation";
import { type RefObject, useState } from "react";
import { flushSync } from "react-dom";
import { useKeys } from "@/components/palette/use-keys";
import type { Band } from "./band-rules";
import { isWay, walk } from "./walk-rules";

type Ground = { area: RefObject<HTMLElement | null>; bands: readonly Band[]; columns: number };

/** One stop for Tab; from there the arrows walk from task to task. F opens the big screen. */
export function useWalk({ area, bands, columns }: Ground) {
  const router = useRouter();
  const [asked, setStop] = useState<number | null>(null);
  const ids = bands.map(({ tasks }) => tasks.map(({ id }) => id));
  const known = ids.some((band) => band.includes(asked ?? 0));
  const stop = known ? asked : (ids.flat()[0] ?? null);
  useKeys(({ key, alt }) => {
    if (alt) return false;
    if (key === "f") {
      router.push("/wall/present");
      return true;
    }
    if (!isWay(key) || stop === null || !isOnWall(area.current)) return false;
    // The first key only shows where one is.
    const to = area.current?.contains(document.activeElement) ? walk(ids, columns, stop, key) : stop;
    if (to !== null) go(to);
    return true;
  });
  const go = (id: number) => {
    flushSync(() => setStop(id));
    const link = area.current?.querySelector<HTMLElement>(`[data-task-id="${id}"] > a`);
    link?.focus({ preventScroll: true });
    link?.scrollIntoView({ block: "nearest" });
  };
  return { stop, setStop };
}

/** The keys belong to whatever has the focus; to the wall when nothing has. */
function isOnWall(area: HTMLElement | null): boolean {
  const at = document.activeElement;
  return at === null || at === document.body || at.id === "main" || (area?.contains(at) ?? false);
}
