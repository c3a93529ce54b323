"use client";

import { type ReactNode, useEffect, useState } from "react";
import { useWords } from "@/lib/words-client";
import type { StageState } from "./use-stage";

/** `asOf`: how old the figures are, in words. */
type Props = {
  stage: StageState;
  count: number;
  asOf: ReactNode;
  /** Which slide it is; without it, its number. */
  place?: ReactNode;
  children?: ReactNode;
};

/** The foot of every slide: how old the figures are, which slide it is, the time, and the buttons for those without keys. */
export function Controls({ stage, count, asOf, place, children }: Props) {
  const t = useWords("meetings");
  return (
    <footer className="tabular flex flex-wrap items-center justify-between gap-x-[calc(var(--u)*40)] gap-y-2 px-[calc(var(--u)*64)] py-[calc(var(--u)*16)] text-[length:calc(var(--u)*28)]">
      <span>{asOf}</span>
      <nav aria-label={t("stage.controls")} className="flex items-center gap-[calc(var(--u)*16)]">
        {children}
        <StageButton label={t("stage.leave")} onClick={stage.leave}>
          {t("stage.leave")}
        </StageButton>
        <StageButton label={t("stage.whole")} onClick={stage.toggleWhole}>
          {t(stage.whole ? "stage.window" : "stage.whole")}
        </StageButton>
        <StageButton label={t("stage.previous")} onClick={() => stage.go(Math.max(0, stage.at - 1))}>
          ←
        </StageButton>
        {place ?? (
          <span>
            {stage.at + 1} / {count}
          </span>
        )}
        <StageButton label={t("stage.next")} onClick={() => stage.go(Math.min(count - 1, stage.at + 1))}>
          →
        </StageButton>
      </nav>
      <Clock />
    </footer>
  );
}

type ButtonProps = { label: string; onClick: () => void; children: ReactNode };

/** A button at the foot of a slide; its label begins with what it shows. */
export function StageButton({ label, onClick, children }: ButtonProps) {
  return (
    <button
      aria-label={label}
      className="min-h-11 min-w-11 rounded border border-edge px-[calc(var(--u)*16)] hover:bg-sunken"
      onClick={onClick}
      type="button"
    >
      {children}
    </button>
  );
}

/** The time in Shanghai; nothing until the browser has taken over, because the server's minute may be another. */
function Clock() {
  const [time, setTime] = useState("");
  useEffect(() => {
    const format = new Intl.DateTimeFormat("zh-CN", {
      hour: "2-digit",
      minute: "2-digit",
      hour12: false,
      timeZone: "Asia/Shanghai",
    });
    const tick = () => setTime(format.format(Date.now()));
    tick();
    const timer = setInterval(tick, 5000);
    return () => clearInterval(timer);
  }, []);
  return (
    <time
      className="min-w-[4em] text-right font-semibold text-[length:calc(var(--u)*40)]"
      suppressHydrationWarning
    >
      {time}
    </time>
  );
}
