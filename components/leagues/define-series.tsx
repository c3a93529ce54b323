"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icons";
import type { Day } from "@/lib/calendar/rules";
import type { LedgerChoice } from "@/lib/leagues/queries";
import { useWords } from "@/lib/words-client";
import { SeriesDialog } from "./series-dialog";

/** The button that starts a series. */
export function DefineSeries({ ledgers, today }: { ledgers: LedgerChoice[]; today: Day }) {
  const t = useWords("leagues");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<Icon name="plus" />} onClick={() => setOpen(true)} variant="primary">
        {t("series.define")}
      </Button>
      {open ? (
        <SeriesDialog ledgers={ledgers} onClose={() => setOpen(false)} series={null} today={today} />
      ) : null}
    </>
  );
}
