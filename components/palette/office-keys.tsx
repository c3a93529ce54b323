"use client";

import { usePathname, useRouter } from "next/navigation";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import type { NavItem } from "@/components/shell/navigation";
import { hasOpenLayer } from "@/components/ui/layer";
import { GO_MS, pageFor } from "./go-keys";
import { OPEN_PALETTE } from "./palette-button";
import { useKeys } from "./use-keys";

const Palette = lazy(() => import("./palette").then((part) => ({ default: part.Palette })));
const KeyHelp = lazy(() => import("./key-help").then((part) => ({ default: part.KeyHelp })));

type Props = { pages: readonly NavItem[] };

/** Keys that work on every page: Ctrl+K, ? and G with a letter. It stands once, in the layout, with the words `keys` above it. */
export function OfficeKeys({ pages }: Props) {
  const router = useRouter();
  const onBoard = usePathname() === "/board";
  const [open, setOpen] = useState<"palette" | "help" | null>(null);
  const going = useRef(0);

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "k") return;
      if (event.isComposing || hasOpenLayer()) return;
      event.preventDefault();
      setOpen("palette");
    };
    const show = () => setOpen("palette");
    window.addEventListener("keydown", listen);
    window.addEventListener(OPEN_PALETTE, show);
    return () => {
      window.removeEventListener("keydown", listen);
      window.removeEventListener(OPEN_PALETTE, show);
    };
  }, []);
  useKeys(({ key, alt }) => {
    if (alt) return false;
    if (key === "?") {
      setOpen("help");
      return true;
    }
    const page = performance.now() - going.current < GO_MS ? pageFor(key, pages) : null;
    going.current = key === "g" ? performance.now() : 0;
    if (page) router.push(page.href);
    return page !== null || key === "g";
  }, true);

  if (!open) return null;
  const close = () => setOpen(null);
  return (
    <Suspense>
      {open === "palette" ? (
        <Palette onBoard={onBoard} onClose={close} pages={pages} />
      ) : (
        <KeyHelp onClose={close} pages={pages} />
      )}
    </Suspense>
  );
}
