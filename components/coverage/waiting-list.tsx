"use client";

import { useState } from "react";
import { useOffice } from "@/components/data/office";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { StatusMark } from "@/components/ui/status-mark";
import { sayDay } from "@/lib/calendar/rules";
import { useLocale, useWords } from "@/lib/words-client";
import type { Waiting } from "./queue";
import { alone, useQueue, useWaiting } from "./use-queue";

/** What was recorded here and has not reached the server: it waits, or was refused and can be mended or dropped. */
export function WaitingList({ onMend }: { onMend: (one: Waiting) => void }) {
  const t = useWords("coverage");
  const queue = useQueue();
  const list = useWaiting(queue);
  const [open, setOpen] = useState(false);
  if (list.length === 0) return null;
  const refused = list.filter((one) => one.refused !== null);
  const waiting = list.length - refused.length;
  return (
    <section aria-label={t("queue.label")} className="mb-4 flex flex-col gap-2 print:hidden">
      {waiting > 0 ? (
        <Banner
          action={
            <span className="flex gap-2">
              <Button onClick={() => setOpen(!open)} size="sm">
                {t(open ? "queue.hide" : "queue.show")}
              </Button>
              <Button onClick={() => void alone(() => queue.flush())} size="sm">
                {t("queue.send")}
              </Button>
            </span>
          }
          tone="warning"
        >
          {t("queue.waiting", { n: waiting })}
        </Banner>
      ) : null}
      <ul className="divide-y divide-line border-line border-y bg-paper empty:hidden">
        {refused.map((one) => (
          <Item key={one.key} onMend={onMend} one={one} />
        ))}
        {open
          ? list.filter((one) => one.refused === null).map((one) => <Item key={one.key} one={one} />)
          : null}
      </ul>
    </section>
  );
}

function Item({ one, onMend }: { one: Waiting; onMend?: (one: Waiting) => void }) {
  const t = useWords("coverage");
  const locale = useLocale();
  const { today } = useOffice();
  const queue = useQueue();
  const { day, act } = one.input;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
      <StatusMark
        label={t(one.refused === null ? "queue.waits" : "queue.refused")}
        shape={one.refused === null ? "waiting" : "overdue"}
      />
      <span className="min-w-0 flex-1">
        <span className="font-semibold">{one.said.object}</span> {one.said.duty} · {act} ·{" "}
        {sayDay(day, today, locale)}
        {one.photos.length > 0 ? ` · ${t("queue.photos", { n: one.photos.length })}` : ""}
        {one.refused === null ? null : (
          <span className="block text-red-strong">{one.refused || t("queue.noReason")}</span>
        )}
      </span>
      {onMend ? (
        <Button onClick={() => onMend(one)} size="sm">
          {t("queue.mend")}
        </Button>
      ) : null}
      <Button onClick={() => void queue.drop(one.key)} size="sm" variant="danger">
        {t("queue.drop")}
      </Button>
    </li>
  );
}
