"use client";

import { useState } from "react";
import { useOffice } from "@/components/data/office";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icons";
import { useWords } from "@/lib/words-client";
import { OpenDialog } from "./open-dialog";
import { freshPlan } from "./plan-draft";

/** The button that opens a round. */
export function OpenRound() {
  const t = useWords("rounds");
  const { today } = useOffice();
  const [asked, setAsked] = useState(false);
  const [year, month] = [today.slice(0, 4), Number(today.slice(5, 7))];
  return (
    <>
      <Button icon={<Icon name="plus" />} onClick={() => setAsked(true)} variant="primary">
        {t("open")}
      </Button>
      {asked ? (
        <OpenDialog
          onClose={() => setAsked(false)}
          start={freshPlan(today, t("freshTitle", { year, month }))}
        />
      ) : null}
    </>
  );
}
