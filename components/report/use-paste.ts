"use client";

import type { ClipboardEvent } from "react";
import { PARTS, type Part, type Said } from "@/components/check-ins/use-check-in";
import { notify } from "@/components/ui/toast-queue";
import { useWords } from "@/lib/words-client";
import { cleanPasted, splitPasted } from "./paste-rules";
import type { ReportForm } from "./use-report-form";

/** Pasting from Word into any part: a text with headings goes to all four, with one step back. */
export function usePaste(form: ReportForm) {
  const t = useWords("report");
  return (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const raw = event.clipboardData.getData("text/plain");
    const clean = cleanPasted(raw);
    const parts = clean.includes("\n") || clean.length > 12 ? splitPasted(clean) : null;
    if (parts) {
      event.preventDefault();
      const before = form.said;
      const named = PARTS.filter((part) => parts[part] !== undefined);
      form.set(Object.fromEntries(named.map((part) => [part, joined(before, part, parts[part] ?? "")])));
      notify({ text: t("paste.split", { count: named.length }), undo: () => form.set(before) });
    } else if (clean !== raw && raw.includes("\n")) {
      event.preventDefault();
      // The only way that keeps the browser's own undo.
      document.execCommand("insertText", false, clean);
    }
  };
}

function joined(said: Said, part: Part, text: string): string {
  const before = said[part].trim();
  return before === "" ? text : `${before}\n${text}`;
}
