"use client";

import { type ReactNode, type SyntheticEvent, useId, useRef } from "react";
import { createPortal } from "react-dom";
import { useWords } from "@/lib/words-client";
import { classNames } from "./class-names";
import { IconButton } from "./icon-button";
import { Icon } from "./icons";
import { useLayer } from "./layer";

const SIZES = { sm: "sm:max-w-md", md: "sm:max-w-xl", lg: "sm:max-w-4xl" } as const;
const PLACES = {
  centre: {
    frame: "items-end justify-center sm:items-center sm:p-6",
    panel: "risen w-full max-h-[92dvh] sm:max-h-full rounded-t-(--radius) sm:rounded",
  },
  side: {
    frame: "items-end justify-end sm:items-stretch",
    panel: "risen w-full max-h-[92dvh] sm:max-h-full sm:max-w-lg rounded-t-(--radius) sm:rounded-none",
  },
} as const;

export type DialogProps = {
  open: boolean;
  onClose: () => void;
  title: string;
  description?: ReactNode;
  footer?: ReactNode;
  size?: keyof typeof SIZES;
  children?: ReactNode;
};

/** A question that must be answered before going on; on a phone it rises from the bottom. */
export function Dialog({ open, ...rest }: DialogProps) {
  return open ? <ModalPanel place="centre" {...rest} /> : null;
}

type PanelProps = Omit<DialogProps, "open"> & { place: keyof typeof PLACES };

/** The modal surface that dialogs and sheets share. */
export function ModalPanel({
  place,
  onClose,
  title,
  description,
  footer,
  size = "md",
  children,
}: PanelProps) {
  const layer = useRef<HTMLDivElement>(null);
  const id = useId();
  const look = PLACES[place];
  useLayer({ ref: layer, modal: true, onClose });
  return createPortal(
    <div className={classNames("fixed inset-0 z-40 flex print:static", look.frame)}>
      <div className="drawn-in absolute inset-0 bg-[#1f232866] print:hidden" data-backdrop />
      <div
        aria-describedby={description ? `${id}-description` : undefined}
        aria-labelledby={`${id}-title`}
        aria-modal="true"
        className={classNames(
          "relative flex flex-col bg-paper shadow outline-none",
          look.panel,
          place === "centre" && SIZES[size],
        )}
        // React hands events of a portal to the parts that rendered it; a click in here must not open the card behind.
        onClick={halt}
        onKeyDown={halt}
        ref={layer}
        role="dialog"
        tabIndex={-1}
      >
        <PanelHead id={`${id}-title`} onClose={onClose} title={title} />
        <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 pb-5">
          {description ? (
            <p className="mb-3 text-muted" id={`${id}-description`}>
              {description}
            </p>
          ) : null}
          {children}
        </div>
        {footer ? (
          <footer className="flex flex-wrap justify-end gap-2 border-line border-t px-5 py-3 pb-[max(12px,env(safe-area-inset-bottom))]">
            {footer}
          </footer>
        ) : null}
      </div>
    </div>,
    document.body,
  );
}

function PanelHead({ id, title, onClose }: { id: string; title: string; onClose: () => void }) {
  const t = useWords("ui");
  return (
    <header className="flex items-start justify-between gap-3 px-5 pt-4 pb-3">
      <h2 className="text-heading" id={id}>
        {title}
      </h2>
      <span className="-my-1.5 -mr-2" data-late>
        <IconButton label={t("close")} onClick={onClose}>
          <Icon name="close" />
        </IconButton>
      </span>
    </header>
  );
}

function halt(event: SyntheticEvent) {
  event.stopPropagation();
}
