"use client";

import Link from "next/link";
import { useEffect, useState } from "react";
import { noteUnseen } from "@/components/data/inbox-news";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { useWords } from "@/lib/words-client";
import type { InboxView } from "./inbox-view";
import { MessageRow } from "./message-row";
import { see } from "./see";

type Latest = { items: InboxView[]; unseen: number };

/** The latest messages below the bell. */
export function InboxPanel({ close }: { close: () => void }) {
  const t = useWords("inbox");
  const [latest, setLatest] = useState<Latest | "failed" | null>(null);
  useEffect(() => {
    void ask().then((answer) => {
      setLatest(answer ?? "failed");
      if (answer) noteUnseen(answer.unseen);
    });
  }, []);
  const items = latest === null || latest === "failed" ? [] : latest.items;
  const mark = (which: (id: number) => boolean) =>
    setLatest({ items: items.map((one) => (which(one.id) ? { ...one, seen: true } : one)), unseen: 0 });
  return (
    <div className="w-[22rem] max-w-full">
      <div className="flex items-center justify-between gap-2 pb-1">
        <h2 className="px-2 text-heading">{t("title")}</h2>
        {items.some(({ seen }) => !seen) ? (
          <Button
            onClick={() => {
              mark(() => true);
              void see({ all: true });
            }}
            size="sm"
            variant="quiet"
          >
            {t("seeAll")}
          </Button>
        ) : null}
      </div>
      {latest === null ? <Skeleton lines={4} /> : null}
      {latest === "failed" ? <p className="px-2 py-3 text-muted">{t("failed")}</p> : null}
      {latest !== null && latest !== "failed" && items.length === 0 ? (
        <p className="px-2 py-3 text-muted">{t("empty.title")}</p>
      ) : null}
      <ul className="max-h-[60vh] overflow-y-auto">
        {items.map((message) => (
          <li key={message.id}>
            <MessageRow message={message} onOpen={close} onSeen={(id) => mark((one) => one === id)} />
          </li>
        ))}
      </ul>
      <p className="mt-1 border-line border-t pt-2 text-center">
        <Link className="text-action hover:underline" href="/inbox" onClick={close}>
          {t("all")}
        </Link>
      </p>
    </div>
  );
}

async function ask(): Promise<Latest | null> {
  const answer = await fetch("/api/inbox?size=8").catch(() => null);
  return answer?.ok ? answer.json() : null;
}
