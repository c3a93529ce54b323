"use client";

import { lazy, Suspense, useState } from "react";
import { currentValues, withHeld } from "@/lib/measures/history-rules";
import type { Measure, ToldReading } from "@/lib/measures/queries";
import type { TaskProofs } from "@/lib/proofs/queries";
import type { DetailTask } from "@/lib/tasks/detail";
import { useWords } from "@/lib/words-client";
import { MeasureCard } from "./measure-card";

const ReadingDialog = lazy(loadReading);
const MeasureDialog = lazy(() =>
  import("./measure-dialog").then((part) => ({ default: part.MeasureDialog })),
);
const ReasonDialog = lazy(() => import("./reason-dialog").then((part) => ({ default: part.ReasonDialog })));

function loadReading() {
  return import("./reading-dialog").then((part) => ({ default: part.ReadingDialog }));
}

/** What is asked about a measure or one of its readings. */
export type MeasureDeed =
  | { deed: "read" | "edit" | "remove"; id: number }
  | { deed: "correct" | "withdraw"; id: number; reading: ToldReading };

type Props = { proofs: TaskProofs; task: DetailTask; onChanged: () => void };

/** The numbers that prove a task. */
export function MeasureSection({ proofs, task, onChanged }: Props) {
  const t = useWords("proofs");
  const [asked, setAsked] = useState<MeasureDeed | null>(null);
  const { measures, parts } = proofs;
  const held = withHeld(measures);
  const values = currentValues(held);
  const operands = new Set(measures.flatMap(({ terms }) => terms));
  // A number that only serves a formula is told in it; its own place is below.
  const serving = measures.filter(({ id, weight }) => weight === 0 && operands.has(id));
  const card = (measure: Measure) => {
    const part = parts.find(({ kind, id }) => kind === "measure" && id === measure.id);
    const shared = { held, measure, onAsk: setAsked, parts, task, values };
    return part ? (
      <MeasureCard
        key={measure.id}
        {...shared}
        onReady={() => void loadReading()}
        open={measures.length - serving.length <= 2}
        part={part}
      />
    ) : null;
  };
  return (
    <>
      {measures.filter((measure) => !serving.includes(measure)).map(card)}
      {serving.length > 0 ? (
        <details>
          <summary className="py-1 text-muted text-small">
            {t("measure.serving", { count: serving.length })}
          </summary>
          <div className="space-y-4 border-line border-l pl-3">{serving.map(card)}</div>
        </details>
      ) : null}
      <Suspense>
        {asked ? <Dialogs {...{ asked, onChanged, proofs, task }} onClose={() => setAsked(null)} /> : null}
      </Suspense>
    </>
  );
}

type DialogsProps = Props & { asked: MeasureDeed; onClose: () => void };

function Dialogs({ asked, proofs, task, ...rest }: DialogsProps) {
  const measure = proofs.measures.find(({ id }) => id === asked.id);
  if (!measure) return null;
  if (asked.deed === "edit") return <MeasureDialog measure={measure} proofs={proofs} task={task} {...rest} />;
  if (asked.deed === "remove") return <ReasonDialog measure={measure} {...rest} />;
  if (asked.deed === "withdraw") return <ReasonDialog measure={measure} reading={asked.reading} {...rest} />;
  const correcting = asked.deed === "correct" ? asked.reading : null;
  return <ReadingDialog correcting={correcting} measure={measure} task={task} {...rest} />;
}
