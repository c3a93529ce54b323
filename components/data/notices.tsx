"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/button";
import { useWords } from "@/lib/words-client";
import { refresh } from "./board-loader";
import { isSessionLost, watchSession } from "./session";
import { useConnection } from "./use-board";

/** Above the page: the session is over. Nothing is led away, because the page may hold text that was not sent yet. */
export function SignedOutBanner() {
  const t = useWords("data");
  const lost = useSyncExternalStore(watchSession, isSessionLost, () => false);
  useEffect(() => {
    if (!lost) return;
    const ask = () => void refresh();
    window.addEventListener("focus", ask);
    return () => window.removeEventListener("focus", ask);
  }, [lost]);
  if (!lost) return null;
  return (
    <div className="sticky top-0 z-30 print:hidden">
      <Banner
        action={
          <LinkButton href="/sign-in" prefetch={false} rel="noopener" size="sm" target="_blank">
            {t("signIn")}
          </LinkButton>
        }
        tone="error"
      >
        {t("signedOut")}
      </Banner>
    </div>
  );
}

const PATIENCE_MS = 3000;

/** A quiet word when the stream has been cut for a while: what is shown may be old. */
export function ConnectionMark() {
  const t = useWords("data");
  const { live, asOf } = useConnection();
  const [late, setLate] = useState(false);
  useEffect(() => {
    setLate(false);
    if (live) return;
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [live]);
  if (live || !late || asOf === null) return null;
  return (
    <span
      className="tabular whitespace-nowrap rounded bg-sunken px-2 py-0.5 text-muted text-small"
      role="status"
    >
      {t("asOf", { time: clockTime(asOf) })}
    </span>
  );
}

function clockTime(instant: number): string {
  const format = new Intl.DateTimeFormat("zh-CN", {
    hour: "2-digit",
    minute: "2-digit",
    timeZone: "Asia/Shanghai",
  });
  return format.format(instant);
}
