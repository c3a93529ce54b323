"use client";

import { useEffect } from "react";
import { useWords } from "@/lib/words-client";
import { chooseItem } from "../choose-item";
import { useLive } from "../live";
import { sayTitle } from "./title-rules";

/** Tells the recorder what the big screen shows, and points the form at it. */
export function OnScreen() {
  const t = useWords("agenda");
  const { review, step } = useLive();
  const itemId = step?.itemId ?? null;
  const at = review.agenda.items.findIndex(({ id }) => id === itemId);
  const item = review.agenda.items[at];
  useEffect(() => {
    if (itemId !== null) chooseItem(itemId, false);
  }, [itemId]);
  if (!item || review.meeting.status === "closed") return null;
  return (
    <p className="mb-2 flex flex-wrap items-baseline gap-x-3 rounded bg-action-soft px-3 py-1.5 print:hidden">
      <span>
        {t("step.now")}
        <strong>
          {at + 1}. {sayTitle(item)}
        </strong>
      </span>
      <a className="text-action hover:underline" href={`#item-${item.id}`}>
        {t("step.go")}
      </a>
    </p>
  );
}
