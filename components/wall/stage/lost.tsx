"use client";

import { useEffect, useState } from "react";
import { useOffice } from "@/components/data/office";
import { useConnection } from "@/components/data/use-board";
import { sayMoment } from "@/lib/house-style";
import { useLocale, useWords } from "@/lib/words-client";

const PATIENCE_MS = 5000;

/** Above the picture when the line has been cut for a while: what is shown is what was known then. */
export function Lost() {
  const t = useWords("meetings");
  const locale = useLocale();
  const { today } = useOffice();
  const { live, asOf } = useConnection();
  const [late, setLate] = useState(false);
  useEffect(() => {
    setLate(false);
    if (live) return;
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [live]);
  if (live || !late) return null;
  return (
    <p
      className="bg-[#4a5057] px-[calc(var(--u)*64)] py-[calc(var(--u)*8)] text-[length:calc(var(--u)*28)] text-white"
      role="status"
    >
      {asOf === null
        ? t("stage.lostAtOnce")
        : t("stage.lost", { time: sayMoment(new Date(asOf), today, locale) })}
    </p>
  );
}
