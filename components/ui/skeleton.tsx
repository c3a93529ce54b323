"use client";

import { useWords } from "@/lib/words-client";
import { classNames } from "./class-names";

/** Stands in for content of the same size; it shows only after 200 ms, so that fast answers do not flicker. */
export function Skeleton({ lines = 1, className = "h-5" }: { lines?: number; className?: string }) {
  const t = useWords("ui");
  const rows = Array.from({ length: lines }, (_, row) => `line-${row}`);
  return (
    <div className="flex flex-col gap-2" role="status">
      <span className="sr-only">{t("loading")}</span>
      {rows.map((row) => (
        <div className={classNames("skeleton", className)} key={row} />
      ))}
    </div>
  );
}
