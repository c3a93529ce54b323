"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { useBoard } from "@/components/data/use-board";

const QUIET_MS = 2000;

/** Asks for the page again after the board changed: what moves in a ledger moves its task. */
export function FollowBoard() {
  const router = useRouter();
  const seq = useBoard()?.seq ?? null;
  const first = useRef<number | null>(null);
  useEffect(() => {
    first.current ??= seq;
    if (seq === first.current) return;
    const timer = setTimeout(() => router.refresh(), QUIET_MS);
    return () => clearTimeout(timer);
  }, [seq, router]);
  return null;
}
