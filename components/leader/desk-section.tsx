"use client";

import type { ReactNode } from "react";
import { useWords } from "@/lib/words-client";

type Props = { id: string; title: string; count: number; empty?: string; children?: ReactNode };

/** One part of the desk; the figures above lead to it. */
export function DeskSection({ id, title, count, empty, children }: Props) {
  const t = useWords("leader");
  return (
    <section aria-labelledby={`${id}-head`} className="scroll-mt-16" id={id}>
      <h2 className="border-line border-b pb-1 text-heading" id={`${id}-head`}>
        {title}
        <span className="tabular ml-2 font-normal text-muted">{t("count", { count })}</span>
      </h2>
      {count === 0 && empty ? <p className="py-2 text-muted text-ui">{empty}</p> : null}
      {children}
    </section>
  );
}
