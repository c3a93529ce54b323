"use client";

import { useRef, useState } from "react";
import { CommandProblem } from "@/components/data/command-problem";
import { notify } from "@/components/ui/toast-queue";
import type { AgendaItemView } from "@/lib/meetings/agenda-queries";
import { useWords } from "@/lib/words-client";
import { sayClock } from "./say-clock";
import { sayTitle } from "./title-rules";
import type { AgendaDeeds } from "./use-agenda";

const MOST = 480;

type Props = { item: AgendaItemView; mayWrite: boolean; deeds: AgendaDeeds };

/** How many minutes an item gets; written in place, kept when the field is left. */
export function MinutesField({ item, mayWrite, deeds }: Props) {
  const t = useWords("agenda");
  const [text, setText] = useState<string | null>(null);
  const spent = item.spentSeconds > 0 ? t("item.spent", { clock: sayClock(item.spentSeconds) }) : null;
  const left = useRef(false);
  const keep = () => {
    if (left.current) {
      left.current = false;
      return;
    }
    const minutes = Number(text);
    setText(null);
    if (text === null || text.trim() === "" || !Number.isInteger(minutes)) return;
    if (minutes === item.minutes || minutes < 0 || minutes > MOST) return;
    void deeds.write(item, { minutes }, { minutes: item.minutes }).catch(sayProblem);
  };
  const sayProblem = (error: unknown) => {
    if (!(error instanceof CommandProblem)) throw error;
    notify({ text: error.isStale ? t("stale") : error.title, tone: "error" });
  };
  return (
    <span className="flex flex-col items-end">
      <span className="tabular flex items-center gap-1">
        {mayWrite ? (
          <input
            aria-label={t("item.minutes", { title: sayTitle(item) })}
            className="control w-14! text-right print:hidden"
            inputMode="numeric"
            maxLength={3}
            onBlur={keep}
            onChange={(event) => setText(event.target.value)}
            onFocus={(event) => event.target.select()}
            onKeyDown={(event) => {
              if (event.key === "Escape") {
                setText(null);
                left.current = text !== null;
              }
              if (event.key === "Enter" || event.key === "Escape") event.currentTarget.blur();
            }}
            value={text ?? String(item.minutes)}
          />
        ) : null}
        <span className={mayWrite ? "hidden print:inline" : "pt-1.5"}>{item.minutes}</span>
        <span className={mayWrite ? "text-muted" : "pt-1.5 text-muted"}>{t("item.unit")}</span>
      </span>
      {spent ? <span className="tabular text-muted text-small">{spent}</span> : null}
    </span>
  );
}
