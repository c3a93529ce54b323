"use client";

import { type ReactNode, type RefCallback, type SyntheticEvent, useId, useRef, useState } from "react";
import { Floating } from "./floating";
import type { Align } from "./floating-place";
import { useLayer } from "./layer";

export type PopoverTrigger = {
  "aria-haspopup": "dialog";
  "aria-expanded": boolean;
  "aria-controls": string | undefined;
  onClick: () => void;
  ref: RefCallback<HTMLButtonElement>;
};

type Props = {
  label: string;
  align?: Align;
  trigger: (props: PopoverTrigger) => ReactNode;
  children: (close: () => void) => ReactNode;
};

/** A small panel beside a button, for filters and details; the page behind stays usable. */
export function Popover({ label, align, trigger, children }: Props) {
  const [anchor, setAnchor] = useState<HTMLButtonElement | null>(null);
  const [open, setOpen] = useState(false);
  const id = useId();
  const close = () => setOpen(false);
  return (
    <>
      {trigger({
        "aria-haspopup": "dialog",
        "aria-expanded": open,
        "aria-controls": open ? id : undefined,
        onClick: () => setOpen(!open),
        ref: setAnchor,
      })}
      {open && anchor ? (
        <PopoverPanel align={align} anchor={anchor} close={close} id={id} label={label}>
          {children(close)}
        </PopoverPanel>
      ) : null}
    </>
  );
}

type PanelProps = {
  id: string;
  label: string;
  anchor: Element;
  align?: Align;
  close: () => void;
  children: ReactNode;
};

function PopoverPanel({ id, label, anchor, align, close, children }: PanelProps) {
  const ref = useRef<HTMLDivElement>(null);
  useLayer({ ref, anchor, modal: false, onClose: close });
  return (
    <Floating align={align} anchor={anchor} className="z-40" ref={ref}>
      <div
        aria-label={label}
        className="drawn-in min-w-52 max-w-[min(92vw,28rem)] overflow-y-auto overscroll-contain rounded border border-line bg-paper p-3 shadow outline-none"
        id={id}
        onClick={halt}
        onKeyDown={halt}
        role="dialog"
        tabIndex={-1}
      >
        {children}
      </div>
    </Floating>
  );
}

function halt(event: SyntheticEvent) {
  event.stopPropagation();
}
