"use client";

import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext, useEffect } from "react";
import type { Office } from "@/lib/office";
import { useWords } from "@/lib/words-client";
import { keepBoardFor, renewAll } from "./board-loader";
import { whenReachable } from "./reachable";
import { speakOf } from "./send-command";

export type { Office } from "@/lib/office";

const OfficeContext = createContext<Office | null>(null);

/** Stands once, in the layout of the signed-in pages; gives the parts below the office and the person. */
export function OfficeProvider({ office, children }: { office: Office; children: ReactNode }) {
  const t = useWords("data");
  const router = useRouter();
  const { accountId } = office.actor;
  useEffect(() => speakOf({ offline: t("offline"), unreadable: t("unreadable") }), [t]);
  useEffect(() => keepBoardFor(accountId, router.refresh), [accountId, router]);
  useEffect(() => {
    if (office.dayEndsIn === null) return;
    // The lights look at today: a page left open over midnight asks for the new day.
    return whenReachable(() => void renewAll(), office.dayEndsIn + 2000 + Math.random() * 60_000);
  }, [office.dayEndsIn]);
  return <OfficeContext value={office}>{children}</OfficeContext>;
}

/** The office and the person who looks at it. */
export function useOffice(): Office {
  const office = useContext(OfficeContext);
  if (!office) throw new Error("OfficeProvider does not stand above");
  return office;
}
