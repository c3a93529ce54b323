"use client";

import { type ReactNode, useId, useState } from "react";
import { Icon } from "@/components/ui/icons";

type Props = { label: string; head: ReactNode; children: ReactNode };

/** A row that opens; on paper every row is open, which the browser's own element cannot do. */
export function Disclosure({ label, head, children }: Props) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <button
        aria-controls={id}
        aria-expanded={open}
        className="press flex w-full items-baseline gap-2 px-3 py-cell text-left -outline-offset-2 hover:bg-sunken touch:min-h-11 print:py-0.5"
        onClick={() => setOpen(!open)}
        type="button"
      >
        <span className="self-center text-muted print:hidden">
          <Icon name={open ? "down" : "right"} size={14} />
        </span>
        {head}
        <span className="sr-only">{label}</span>
      </button>
      <div className={open ? "px-3" : "hidden px-3 print:block"} id={id}>
        {children}
      </div>
    </>
  );
}
