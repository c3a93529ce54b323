"use client";

import { lazy, type ReactNode, Suspense, useEffect, useRef } from "react";
import { useMedia } from "@/components/board/use-media";
import { hasOpenLayer } from "@/components/ui/layer";
import { Sheet } from "@/components/ui/sheet";
import { Skeleton } from "@/components/ui/skeleton";
import { useWords } from "@/lib/words-client";

const TaskPanel = lazy(() =>
  import("@/components/tasks/task-panel").then((part) => ({ default: part.TaskPanel })),
);

type Props = { taskId: number; onClose: () => void };

/** The open task, over the right of the plan, which stays usable; on a phone it rises from the bottom. */
export function TaskAside({ taskId, onClose }: Props) {
  const t = useWords("plan");
  const narrow = useMedia("(width < 48rem)");
  const panel = (
    <Suspense fallback={<Skeleton lines={6} />}>
      <TaskPanel onClose={onClose} taskId={taskId} />
    </Suspense>
  );
  if (narrow) {
    return (
      <Sheet onClose={onClose} open title={t("panel")}>
        {panel}
      </Sheet>
    );
  }
  return (
    <Docked label={t("panel")} onClose={onClose}>
      {panel}
    </Docked>
  );
}

function Docked({ label, onClose, children }: { label: string; onClose: () => void; children: ReactNode }) {
  const ref = useRef<HTMLElement>(null);
  useEffect(() => {
    const cameFrom = document.activeElement;
    ref.current?.focus({ preventScroll: true });
    return () => {
      if (cameFrom instanceof HTMLElement && cameFrom.isConnected) cameFrom.focus({ preventScroll: true });
    };
  }, []);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.isComposing && !hasOpenLayer()) onClose();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [onClose]);
  return (
    <aside
      aria-label={label}
      className="fixed inset-y-0 right-0 z-30 flex w-[clamp(25rem,34vw,36rem)] flex-col border-line border-l bg-paper shadow outline-none print:hidden"
      ref={ref}
      tabIndex={-1}
    >
      {children}
    </aside>
  );
}
