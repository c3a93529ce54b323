"use client";

import { type DragEvent, useEffect, useRef, useState } from "react";

/** Files dropped on the zone, or pasted anywhere in the form or dialog around it. */
export function useDropAndPaste(take: (files: File[], pasted: boolean) => void) {
  const ref = useRef<HTMLDivElement>(null);
  const taking = useRef(take);
  const [over, setOver] = useState(false);
  useEffect(() => {
    taking.current = take;
  });
  useEffect(() => {
    const around = ref.current?.closest<HTMLElement>("form, [role=dialog]") ?? ref.current;
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0 || event.defaultPrevented) return;
      event.preventDefault();
      taking.current(files, true);
    };
    around?.addEventListener("paste", onPaste);
    return () => around?.removeEventListener("paste", onPaste);
  }, []);
  const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes("Files");
  const events = {
    onDragOver: (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      take([...event.dataTransfer.files], false);
    },
  };
  return { ref, over, events };
}
