import type { ReactNode } from "react";

/** The title of a slide; in the brand's red, as titles are. */
export function SlideTitle({ children, note }: { children: ReactNode; note?: ReactNode }) {
  return (
    <div className="mb-[calc(var(--u)*24)] flex flex-wrap items-baseline justify-between gap-x-[calc(var(--u)*40)]">
      <h1 className="font-semibold text-[length:calc(var(--u)*52)] text-brand-strong">{children}</h1>
      {note ? <div className="tabular text-[length:calc(var(--u)*32)]">{note}</div> : null}
    </div>
  );
}
