import type { ReactNode } from "react";

/** Says why nothing is here and offers one thing to do. */
export function EmptyState({
  title,
  action,
  children,
}: {
  title: string;
  action?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className="mx-auto flex max-w-[32em] flex-col items-center gap-2 px-4 py-12 text-center">
      <p className="font-semibold text-heading">{title}</p>
      {children ? <div className="text-muted text-ui">{children}</div> : null}
      {action ? <div className="mt-3">{action}</div> : null}
    </div>
  );
}
