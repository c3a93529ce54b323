"use client";

import { useSyncExternalStore } from "react";
import { useWords } from "@/lib/words-client";
import { classNames } from "./class-names";
import { Icon } from "./icons";
import { dismiss, hold, listToasts, type Toast, watchToasts } from "./toast-queue";

export { dismiss, notify } from "./toast-queue";

const NONE: readonly Toast[] = [];

/** Where messages appear; it stands once, in the root layout, outside `#app` so that a dialog does not silence it. */
export function Toaster() {
  const t = useWords("ui");
  const toasts = useSyncExternalStore(watchToasts, listToasts, () => NONE);
  if (toasts.length === 0) return null;
  return (
    <section
      aria-label={t("messages")}
      // On a phone a dialog rises from the bottom: its fields and buttons stay free.
      className="fixed inset-x-3 bottom-[calc(64px+env(safe-area-inset-bottom))] z-60 flex flex-col gap-2 max-sm:in-data-modal:top-[calc(12px+env(safe-area-inset-top))] max-sm:in-data-modal:bottom-auto sm:inset-x-auto sm:bottom-6 sm:left-6 sm:w-96 print:hidden"
      onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || hold(false)}
      onFocus={() => hold(true)}
      onPointerEnter={() => hold(true)}
      onPointerLeave={() => hold(false)}
    >
      {toasts.map((toast) => (
        <ToastRow key={toast.id} toast={toast} />
      ))}
    </section>
  );
}

function ToastRow({ toast }: { toast: Toast }) {
  const t = useWords("ui");
  const action = toast.action ?? (toast.undo ? { label: t("undo"), run: toast.undo } : null);
  const act = () => {
    dismiss(toast.id);
    action?.run();
  };
  return (
    <div
      className={classNames(
        "risen flex items-center gap-2 rounded border-l-4 bg-ink py-1.5 pr-1.5 pl-3 text-white shadow",
        toast.tone === "error" ? "border-red" : toast.tone === "success" ? "border-green" : "border-ink",
      )}
    >
      <span className="min-w-0 flex-1 py-1">{toast.text}</span>
      {action ? (
        <button
          className="min-h-8 shrink-0 rounded px-2 font-semibold underline underline-offset-4 outline-offset-0 focus-visible:outline-white touch:min-h-11"
          onClick={act}
          type="button"
        >
          {action.label}
        </button>
      ) : null}
      <button
        aria-label={t("close")}
        className="inline-flex size-8 shrink-0 items-center justify-center rounded focus-visible:outline-white touch:size-11"
        onClick={() => dismiss(toast.id)}
        type="button"
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
