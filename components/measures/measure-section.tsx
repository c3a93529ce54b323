"use client";

import { lazy, Suspense, useState } from "react";
import { currentValues, withHeld } from "@/lib/measures/history-rules";
import type { ToldReading } from "@/lib/measures/queries";
import type { TaskProofs } from "@/lib/proofs/queries";
import type { DetailTask } from "@/lib/tasks/detail";
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
  const [asked, setAsked] = useState<MeasureDeed | null>(null);
  const { measures, parts } = proofs;
  const held = withHeld(measures);
  const values = currentValues(held);
  return (
    <>
      {measures.map((measure) => {
        const part = parts.find(({ kind, id }) => kind === "measure" && id === measure.id);
        return part ? (
          <MeasureCard
            held={held}
            key={measure.id}
            measure={measure}
            onAsk={setAsked}
            onReady={() => void loadReading()}
            open={measures.length <= 2}
            part={part}
            parts={parts}
            task={task}
            values={values}
          />
        ) : null;
      })}
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
