"use client";

import { type DialogProps, ModalPanel } from "./dialog";

/** Rises from the bottom of a phone and stands at the right of a wider screen. */
export function Sheet({ open, ...rest }: Omit<DialogProps, "size">) {
  return open ? <ModalPanel place="side" {...rest} /> : null;
}
