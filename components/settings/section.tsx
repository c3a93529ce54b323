import type { ReactNode } from "react";

type Props = { id: string; title: string; intro?: string; actions?: ReactNode; children: ReactNode };

/** One subject of a page of settings. */
export function Section({ id, title, intro, actions, children }: Props) {
  return (
    <section aria-labelledby={id} className="mb-8">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-heading" id={id}>
          {title}
        </h2>
        {actions}
      </div>
      {intro ? <p className="measure mb-3 text-muted">{intro}</p> : null}
      {children}
    </section>
  );
}
