"use client";

import type { ReactNode } from "react";
import { Lamp } from "@/components/ui/lamp";
import type { ReviewTask } from "@/lib/meetings/review-queries";
import { useWords } from "@/lib/words-client";

/** One task across the room: its lamp, its name, a line about it, and how far it is. */
export function WallTask({ task, children }: { task: ReviewTask; children: ReactNode }) {
  const t = useWords("meetings");
  return (
    <li className="flex min-w-0 items-center gap-[calc(var(--u)*24)] border-line border-b">
      <span className="shrink-0 [&_svg]:size-[calc(var(--u)*36)]">
        <Lamp light={task.light.light} size="lg" />
      </span>
      <div className="min-w-0 flex-1">
        <p className="line-clamp-1 font-semibold text-[length:calc(var(--u)*40)]">
          <span className="tabular mr-[calc(var(--u)*16)] font-normal">{task.code}</span>
          {task.title}
        </p>
        <p className="tabular flex flex-wrap gap-x-[calc(var(--u)*32)] text-[length:calc(var(--u)*30)]">
          {children}
        </p>
      </div>
      <p className="tabular shrink-0 text-right">
        <span className="block font-semibold text-[length:calc(var(--u)*44)] leading-[1.2]">
          {task.progress === null ? t("noProgress") : `${task.progress}%`}
        </span>
        <span className="block text-[length:calc(var(--u)*28)]">
          {t("stage.planned", { planned: task.planned })}
        </span>
      </p>
    </li>
  );
}
