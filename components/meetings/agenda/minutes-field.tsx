"use client";

import { useState } from "react";
import type { AgendaItemView } from "@/lib/meetings/agenda-queries";
import { useWords } from "@/lib/words-client";
import { sayTitle } from "./item-title";
import { sayClock } from "./say-clock";
import type { AgendaDeeds } from "./use-agenda";

const MOST = 480;

type Props = { item: AgendaItemView; mayWrite: boolean; deeds: AgendaDeeds };

/** How many minutes an item gets; written in place, kept when the field is left. */
export function MinutesField({ item, mayWrite, deeds }: Props) {
  const t = useWords("agenda");
  const [text, setText] = useState<string | null>(null);
  const spent = item.spentSeconds > 0 ? t("item.spent", { clock: sayClock(item.spentSeconds) }) : null;
  const keep = () => {
    const minutes = Number(text);
    setText(null);
    if (text === null || text.trim() === "" || !Number.isInteger(minutes)) return;
    if (minutes === item.minutes || minutes < 0 || minutes > MOST) return;
    void deeds.edit(item, { minutes });
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
            onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
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
