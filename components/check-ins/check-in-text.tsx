"use client";

import { classNames } from "@/components/ui/class-names";
import type { CheckIn } from "@/lib/tasks/detail";
import { useWords } from "@/lib/words-client";
import { PARTS } from "./use-check-in";

type Props = { said: Pick<CheckIn, (typeof PARTS)[number]>; narrow?: boolean };

/** The four parts of a report as they were written; a part that says nothing is left out. */
export function CheckInText({ said, narrow = false }: Props) {
  const t = useWords("checkIns");
  return (
    <dl className="space-y-1 text-ui">
      {PARTS.filter((part) => said[part] !== "").map((part) => (
        <div className={classNames(!narrow && "sm:flex sm:gap-x-3")} key={part}>
          <dt className="w-[6em] shrink-0 text-muted">{t(part)}</dt>
          <dd className="measure min-w-0 whitespace-pre-wrap">{said[part]}</dd>
        </div>
      ))}
    </dl>
  );
}
