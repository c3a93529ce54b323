"use client";

import { type CSSProperties, type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { classNames } from "./class-names";
import { type Align, placeBeside, type Side } from "./floating-place";

type Props = {
  anchor: Element;
  side?: Side;
  align?: Align;
  /** As wide as the anchor at least, for lists under an input. */
  matchWidth?: boolean;
  className?: string;
  ref?: RefObject<HTMLDivElement | null>;
  children: ReactNode;
};

/** Holds its children beside the anchor, outside the scrolling and transformed parts of the page. */
export function Floating({
  anchor,
  side = "bottom",
  align,
  matchWidth = false,
  className,
  ref,
  children,
}: Props) {
  const own = useRef<HTMLDivElement>(null);
  const box = ref ?? own;
  const [style, setStyle] = useState<CSSProperties>({ opacity: 0, top: 0, left: 0 });
  const alignment = align ?? (side === "top" ? "center" : "start");

  useLayoutEffect(() => {
    const follow = () => {
      const at = anchor.getBoundingClientRect();
      const inner = box.current?.firstElementChild;
      if (!inner) return;
      const size = { width: inner.getBoundingClientRect().width, height: inner.scrollHeight };
      const view = { width: document.documentElement.clientWidth, height: window.innerHeight };
      const minWidth = matchWidth ? at.width : undefined;
      setStyle({ ...placeBeside(at, size, view, side, alignment), minWidth });
    };
    follow();
    const watcher = new ResizeObserver(follow);
    if (box.current?.firstElementChild) watcher.observe(box.current.firstElementChild);
    window.addEventListener("scroll", follow, { capture: true, passive: true });
    window.addEventListener("resize", follow);
    return () => {
      watcher.disconnect();
      window.removeEventListener("scroll", follow, { capture: true });
      window.removeEventListener("resize", follow);
    };
  }, [anchor, side, alignment, matchWidth, box]);

  return createPortal(
    <div className={classNames("fixed flex flex-col print:hidden", className)} ref={box} style={style}>
      {children}
    </div>,
    hostOf(anchor),
  );
}

/** The nearest landmark or dialog: readers of speech find it there, and a dialog does not make it inert. */
function hostOf(anchor: Element): Element {
  return anchor.closest('[role="dialog"],main,header,nav,aside') ?? document.body;
}
