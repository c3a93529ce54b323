"use client";

import Link from "next/link";
import { useOffice } from "@/components/data/office";
import { classNames } from "@/components/ui/class-names";
import { sayMoment } from "@/lib/house-style";
import { useLocale, useWords } from "@/lib/words-client";
import type { InboxView } from "./inbox-view";
import { see } from "./see";

type Props = { message: InboxView; onOpen?: () => void; onSeen: (id: number) => void };

/** One message; opening what it is about is reading it. */
export function MessageRow({ message, onOpen, onSeen }: Props) {
  const t = useWords("inbox");
  const locale = useLocale();
  const { today } = useOffice();
  const { id, text, link, at, seen } = message;
  const open = () => {
    if (!seen) {
      onSeen(id);
      void see({ ids: [id] });
    }
    onOpen?.();
  };
  return (
    <Link
      className="flex gap-2.5 rounded px-2 py-2 -outline-offset-2 hover:bg-sunken touch:min-h-11"
      href={link}
      onClick={open}
      prefetch={false}
    >
      <span
        aria-hidden="true"
        className={classNames("mt-[7px] size-2 shrink-0 rounded-full", seen ? "bg-transparent" : "bg-action")}
      />
      <span className="min-w-0 flex-1">
        {seen ? null : <span className="sr-only">{t("unread")}</span>}
        <span className={classNames("block break-words", !seen && "font-semibold")}>{text}</span>
        <span className="tabular block text-muted text-small">{sayMoment(new Date(at), today, locale)}</span>
      </span>
    </Link>
  );
}
