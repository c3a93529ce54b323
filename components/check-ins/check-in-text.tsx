"use client";

import type { CheckIn } from "@/lib/tasks/detail";
import { useWords } from "@/lib/words-client";
import { PARTS } from "./use-check-in";

/** The four parts of a report as they were written; a part that says nothing is left out. */
export function CheckInText({ said }: { said: Pick<CheckIn, (typeof PARTS)[number]> }) {
  const t = useWords("checkIns");
  return (
    <dl className="space-y-1.5 text-ui">
      {PARTS.filter((part) => said[part] !== "").map((part) => (
        <div key={part}>
          <dt className="text-muted text-small">{t(part)}</dt>
          <dd className="measure whitespace-pre-wrap">{said[part]}</dd>
        </div>
      ))}
    </dl>
  );
}
