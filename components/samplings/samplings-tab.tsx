"use client";

import { useState } from "react";
import { useOffice } from "@/components/data/office";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { may } from "@/lib/auth/permissions";
import type { Sample, Sampling } from "@/lib/samplings/queries";
import type { Closure } from "@/lib/samplings/rules";
import { useWords } from "@/lib/words-client";
import { CheckDialog } from "./check-dialog";
import { ClosureLine } from "./closure-line";
import { DrawDialog } from "./draw-dialog";
import { SamplingBlock } from "./sampling-block";

export type Samplings = { samplings: readonly Sampling[]; closure: Closure };
type Props = Samplings & { onChanged: () => void };

/** Random samples of what was closed: drawn, looked at again, and what they say of all that is closed. */
export function SamplingsTab({ samplings, closure, onChanged }: Props) {
  const t = useWords("samplings");
  const { actor } = useOffice();
  const [drawing, setDrawing] = useState(false);
  const [checking, setChecking] = useState<Sample | null>(null);
  const changes = may(actor, "sampling.change");
  const draw = changes ? (
    <Button onClick={() => setDrawing(true)} variant="primary">
      {t("draw.open")}
    </Button>
  ) : null;
  return (
    <>
      <div className="mb-4 flex flex-wrap items-start justify-between gap-3">
        <ClosureLine closure={closure} />
        {samplings.length > 0 ? draw : null}
      </div>
      {samplings.length === 0 ? (
        <EmptyState action={draw} title={t("empty")}>
          {t("emptyWhy")}
        </EmptyState>
      ) : null}
      {samplings.map((sampling) => (
        <SamplingBlock key={sampling.id} onCheck={changes ? setChecking : null} sampling={sampling} />
      ))}
      {drawing ? <DrawDialog onClose={() => setDrawing(false)} onDone={onChanged} /> : null}
      {checking ? (
        <CheckDialog onClose={() => setChecking(null)} onDone={onChanged} sample={checking} />
      ) : null}
    </>
  );
}
