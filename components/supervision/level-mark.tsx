"use client";

import { Badge } from "@/components/ui/badge";
import type { NoticeLevel } from "@/lib/supervision/notice-rules";
import { useWords } from "@/lib/words-client";

const TONES = { blue: "action", orange: "yellow", red: "red" } as const;

/** The rung of a notice; the word alone carries the meaning. */
export function LevelMark({ level }: { level: NoticeLevel }) {
  const t = useWords("supervision");
  return <Badge tone={TONES[level]}>{t(`notice.level.${level}`)}</Badge>;
}
