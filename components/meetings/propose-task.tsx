"use client";

import { lazy, Suspense, useState } from "react";
import { useOffice } from "@/components/data/office";
import { Button } from "@/components/ui/button";
import { may } from "@/lib/auth/permissions";
import { useWords } from "@/lib/words-client";

const ProposeDialog = lazy(() =>
  import("./propose-dialog").then((part) => ({ default: part.ProposeDialog })),
);

/** Puts a task forward for a meeting. The words "taskMeetings" have to stand above it. */
export function ProposeTask({ task }: { task: { id: number; code: string; title: string } }) {
  const t = useWords("taskMeetings");
  const { actor } = useOffice();
  const [open, setOpen] = useState(false);
  if (!may(actor, "agenda.propose")) return null;
  return (
    <div className="mt-5 print:hidden">
      <Button onClick={() => setOpen(true)} size="sm">
        {t("button")}
      </Button>
      <Suspense>{open ? <ProposeDialog onClose={() => setOpen(false)} task={task} /> : null}</Suspense>
    </div>
  );
}
