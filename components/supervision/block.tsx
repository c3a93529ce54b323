"use client";

import type { ReactNode } from "react";

/** Some of the letters under one heading; nothing when there are none. */
export function Block({ title, tells, children }: { title: string; tells?: string; children: ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <section aria-label={title} className="mb-6">
      <h2 className="border-line border-b pb-1 text-heading">
        {title} <span className="tabular font-normal text-muted">{children.length}</span>
      </h2>
      {tells ? <p className="pt-1 text-muted text-small">{tells}</p> : null}
      <ul className="divide-y divide-line">{children}</ul>
    </section>
  );
}
