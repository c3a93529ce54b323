"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useOffice } from "@/components/data/office";
import { Button } from "@/components/ui/button";
import { sayDay } from "@/lib/calendar/rules";
import { useLocale, useWords } from "@/lib/words-client";
import type { InboxView } from "./inbox-view";
import { MessageRow } from "./message-row";
import { see } from "./see";
import { useUnseen } from "./use-unseen";

/** A page of one's messages by day. @param unseen how many are unread in all */
export function InboxList({ messages, unseen: initial }: { messages: readonly InboxView[]; unseen: number }) {
  const t = useWords("inbox");
  const locale = useLocale();
  const { today } = useOffice();
  const router = useRouter();
  const unseen = useUnseen(initial);
  const [read, setRead] = useState<ReadonlySet<number>>(new Set());
  const shown = useRef(initial);
  useEffect(() => {
    // What came while the page was open belongs on it.
    if (unseen > shown.current) router.refresh();
    shown.current = unseen;
  }, [unseen, router]);
  const days = [...new Set(messages.map(({ at }) => dayOf(at)))];
  const seeAll = async () => {
    if (await see({ all: true })) router.refresh();
  };
  return (
    <>
      {unseen > 0 ? (
        <p className="mb-3 sm:-mt-11 sm:flex sm:justify-end">
          <Button onClick={seeAll} size="sm">
            {t("seeAll")}
          </Button>
        </p>
      ) : null}
      {days.map((day) => (
        <section aria-labelledby={`day-${day}`} className="mb-5" key={day}>
          <h2 className="mb-1 px-2 text-muted text-small" id={`day-${day}`}>
            {day === today ? t("today") : sayDay(day, today, locale)}
          </h2>
          <ul className="divide-y divide-line rounded border border-line bg-paper">
            {messages
              .filter(({ at }) => dayOf(at) === day)
              .map((message) => (
                <li key={message.id}>
                  <MessageRow
                    message={read.has(message.id) ? { ...message, seen: true } : message}
                    onSeen={(id) => setRead(new Set([...read, id]))}
                  />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}

const SHANGHAI_MS = 8 * 3_600_000;

function dayOf(at: string): string {
  return new Date(Date.parse(at) + SHANGHAI_MS).toISOString().slice(0, 10);
}
