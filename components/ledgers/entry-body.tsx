"use client";

import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import type { Entry } from "@/lib/ledgers/rules";
import { useWords } from "@/lib/words-client";
import { EntryFacts } from "./entry-facts";
import { useDesk } from "./ledger-context";
import { MoveTimeline } from "./move-timeline";
import { type EntryState, useEntry } from "./use-entry";

/** What is known of an entry, and how it came to where it stands. */
export function EntryBody({ entry }: { entry: Entry }) {
  const t = useWords("ledgers");
  const state = useEntry(entry.id, entry.version);
  const { detail, problem } = state;
  if (problem) return <EmptyState title={t(problem === "gone" ? "panel.gone" : "failed")} />;
  if (!detail) return <Skeleton lines={8} />;
  return (
    <div className="space-y-5 pt-3">
      {detail.entry.removedOn === null ? null : (
        <Banner tone="warning">
          {t("panel.removed", { day: detail.entry.removedOn, why: detail.entry.removedWhy ?? "—" })}
        </Banner>
      )}
      <Masked state={state} />
      <EntryFacts detail={detail} />
      <MoveTimeline detail={detail} entry={entry} />
    </div>
  );
}

function Masked({ state }: { state: EntryState }) {
  const t = useWords("ledgers");
  const { ledger } = useDesk();
  const { detail, revealed, reveal, revealing, hide } = state;
  if (revealed) {
    return (
      <Banner
        action={
          <Button onClick={hide} size="sm">
            {t("panel.hide")}
          </Button>
        }
      >
        {t("panel.revealed")}
      </Banner>
    );
  }
  if (!detail?.masked) return null;
  return (
    <Banner
      action={
        <Button
          busy={revealing}
          onClick={() => void reveal()}
          reason={detail.may.reveal ? null : t("only.reveal")}
          size="sm"
        >
          {t("panel.reveal")}
        </Button>
      }
    >
      {t(ledger.label === "sensitive" ? "panel.maskedAll" : "panel.maskedFields")}
    </Banner>
  );
}
