"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import type { Entry } from "@/lib/ledgers/rules";
import { useWords } from "@/lib/words-client";
import { useDesk } from "./ledger-context";
import { SignMark } from "./plot-sign";
import { useSigns } from "./use-plot";

type Props = {
  held: Entry | null;
  mayPlace: boolean;
  onHold: (entry: Entry | null) => void;
  /** Puts an entry into the middle, for those who cannot point. */
  onCentre: (entry: Entry) => void;
};

const AT_FIRST = 60;

/** What has no place on any picture yet: choose one, then point at its place. */
export function Unplaced({ held, mayPlace, onHold, onCentre }: Props) {
  const t = useWords("ledgers");
  const { shown } = useDesk();
  const { signOf, isStarred } = useSigns();
  const [all, setAll] = useState(false);
  const left = shown.filter(({ plotId }) => plotId === null);
  if (left.length === 0) return <p className="text-muted text-small">{t("plot.allPlaced")}</p>;
  return (
    <section aria-label={t("plot.unplaced", { count: left.length })} className="min-w-0">
      <h2 className="mb-1 text-heading">{t("plot.unplaced", { count: left.length })}</h2>
      <ul className="max-h-[60dvh] overflow-y-auto border-line border-y">
        {left.slice(0, all ? undefined : AT_FIRST).map((entry) => (
          <li key={entry.id}>
            <button
              aria-disabled={!mayPlace || undefined}
              aria-pressed={held?.id === entry.id}
              className={classNames(
                "flex w-full items-center gap-2 px-1.5 py-1 text-left -outline-offset-2 hover:bg-sunken touch:min-h-11",
                held?.id === entry.id && "bg-action-soft",
              )}
              onClick={(event) => {
                if (!mayPlace) return;
                // A key presses without a place of its own.
                if (event.detail === 0) onCentre(entry);
                else onHold(held?.id === entry.id ? null : entry);
              }}
              type="button"
            >
              <SignMark sign={signOf(entry.stage)} starred={isStarred(entry)} />
              <span className="tabular">{entry.code}</span>
              <span className="truncate text-muted text-small">{entry.title}</span>
            </button>
          </li>
        ))}
      </ul>
      {left.length > AT_FIRST && !all ? (
        <Button onClick={() => setAll(true)} size="sm" variant="quiet">
          {t("plot.showAll", { count: left.length })}
        </Button>
      ) : null}
    </section>
  );
}
