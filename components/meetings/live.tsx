"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Review } from "@/lib/meetings/review-queries";
import { type Fresh, useReview } from "./use-review";
import { type HeardStep, useStep } from "./use-step";

/** `step`: where the one who presents is; null while nobody has said. */
type Live = Fresh & { step: HeardStep | null };

const LiveContext = createContext<Live | null>(null);

/** One picture of the meeting for all parts of its page, kept up with what others write. */
export function MeetingLive({ initial, children }: { initial: Review; children: ReactNode }) {
  const fresh = useReview(initial);
  const { step } = useStep(initial.meeting.id, fresh.refresh);
  return <LiveContext value={{ ...fresh, step }}>{children}</LiveContext>;
}

export function useLive(): Live {
  const live = useContext(LiveContext);
  if (!live) throw new Error("MeetingLive is missing above");
  return live;
}
