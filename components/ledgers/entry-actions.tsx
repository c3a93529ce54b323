"use client";

import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icons";
import { Menu } from "@/components/ui/menu";
import type { Entry } from "@/lib/ledgers/rules";
import { useWords } from "@/lib/words-client";
import { useEntryItems } from "./entry-menu";
import { useDesk } from "./ledger-context";
import { useSteps } from "./use-steps";

type Props = {
  entry: Entry;
  /** On a phone: as wide as the thumb likes it, and the step is asked for before it is taken. */
  wide?: boolean;
};

/** The next stage is the main thing to do; everything else is in the menu beside it. */
export function EntryActions({ entry, wide = false }: Props) {
  const t = useWords("ledgers");
  const { ledger } = useDesk();
  const { move, next, reasonAgainst } = useSteps();
  const items = useEntryItems(entry);
  const step = next(entry);
  return (
    <span className={wide ? "flex w-full items-center gap-2" : "flex flex-wrap items-center gap-2"}>
      {step ? (
        <Button
          className={wide ? "min-w-0 flex-1" : undefined}
          onClick={() => move(entry, { stage: step.key, track: entry.track }, wide)}
          reason={reasonAgainst(entry)}
          variant="primary"
        >
          {t("move.step", { stage: step.name })}
        </Button>
      ) : (
        <span className={wide ? "flex-1 text-muted" : "text-muted"}>
          {t("move.atEnd", { stage: ledger.stages.find(({ key }) => key === entry.stage)?.name ?? "" })}
        </span>
      )}
      <Menu
        items={items.slice(2)}
        label={t("table.menu", { code: entry.code })}
        trigger={(props) => (
          <Button {...props} icon={<Icon name="more" />}>
            {t("menu.other")}
          </Button>
        )}
      />
    </span>
  );
}
