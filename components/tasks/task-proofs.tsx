"use client";

import { useId } from "react";
import { DutyStrip } from "@/components/coverage/duty-strip";
import { LedgerStrip } from "@/components/ledgers/ledger-strip";
import { MeasureSection } from "@/components/measures/measure-section";
import { MilestoneSection } from "@/components/milestones/milestone-section";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import type { TaskProofs as Proofs } from "@/lib/proofs/queries";
import type { Part } from "@/lib/standings/rules";
import type { DetailTask, TaskDetail } from "@/lib/tasks/detail";
import { useWords } from "@/lib/words-client";
import { AddProof } from "./add-proof";
import { ProofLine } from "./proof-line";
import { useProofs } from "./use-proofs";

type Props = {
  task: DetailTask;
  detail: TaskDetail;
  /** Of the heading above. */
  level: 1 | 2;
};

/** What proves the task, each with its own share; a task that nothing proves says so. */
export function TaskProofs({ task, detail, level }: Props) {
  const id = useId();
  const Heading = level === 1 ? "h2" : "h3";
  const t = useWords("proofs");
  const { proofs, failed, reload } = useProofs(detail);
  if (!proofs) return failed ? <Failed onRetry={reload} /> : <Skeleton className="h-16" />;
  const { parts, masked } = proofs;
  return (
    <section aria-labelledby={id} className="space-y-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Heading className="text-heading" id={id}>
          {t("title")}
        </Heading>
        {masked ? null : <AddProof onChanged={reload} proofs={proofs} task={task} />}
      </div>
      {parts.length === 0 ? <p className="text-muted text-ui">{t("manual")}</p> : null}
      {masked && parts.length > 0 ? <p className="text-muted text-small">{t("masked")}</p> : null}
      {masked ? (
        parts.map((part) => <Counted key={`${part.kind} ${part.id}`} part={part} parts={parts} task={task} />)
      ) : (
        <Named onChanged={reload} proofs={proofs} task={task} />
      )}
    </section>
  );
}

type NamedProps = { proofs: Proofs; task: DetailTask; onChanged: () => void };

function Named({ proofs, task, onChanged }: NamedProps) {
  const { parts, ledgers, duties } = proofs;
  const of = (kind: Part["kind"]) => parts.filter((part) => part.kind === kind);
  return (
    <>
      <MilestoneSection onChanged={onChanged} proofs={proofs} task={task} />
      <MeasureSection onChanged={onChanged} proofs={proofs} task={task} />
      {of("ledger").map((part) => (
        <div className="space-y-1" key={part.id}>
          <Counted part={part} parts={parts} task={task} />
          <LedgerStrip ledgers={ledgers.filter(({ id }) => id === part.id)} />
        </div>
      ))}
      {of("coverage").map((part) => (
        <div className="space-y-1" key={part.id}>
          <Counted part={part} parts={parts} task={task} />
          <DutyStrip duties={duties.filter(({ id }) => id === part.id)} />
        </div>
      ))}
    </>
  );
}

type CountedProps = { part: Part; parts: readonly Part[]; task: DetailTask };

/** A proof whose own page says more. */
function Counted({ part, parts, task }: CountedProps) {
  const t = useWords("proofs");
  const said = part.of > 0 && part.kind !== "measure" ? t("doneOf", { done: part.done, of: part.of }) : null;
  return (
    <ProofLine
      part={part}
      parts={parts}
      said={said}
      task={task}
      title={part.name || t(`kind.${part.kind}`)}
    />
  );
}

function Failed({ onRetry }: { onRetry: () => void }) {
  const [t, tasks] = [useWords("proofs"), useWords("tasks")];
  return (
    <Banner
      action={
        <Button onClick={onRetry} size="sm">
          {tasks("failed.retry")}
        </Button>
      }
      tone="error"
    >
      {t("failed")}
    </Banner>
  );
}
