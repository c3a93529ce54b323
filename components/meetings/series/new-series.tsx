"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useWords } from "@/lib/words-client";
import { SeriesDialog } from "./series-dialog";

/** The button that sets up a series. */
export function NewSeries() {
  const t = useWords("agenda");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)} size="sm">
        {t("series.add")}
      </Button>
      {open ? <SeriesDialog onClose={() => setOpen(false)} series={null} /> : null}
    </>
  );
}
