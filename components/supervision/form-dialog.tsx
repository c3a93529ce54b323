"use client";

import type { ReactNode } from "react";
import type { CommandProblem } from "@/components/data/command-problem";
import { SignedOutNote } from "@/components/tasks/signed-out-note";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorSummary, type FormError } from "@/components/ui/error-summary";
import { useWords } from "@/lib/words-client";

type Props = {
  title: string;
  tells?: string | undefined;
  verb: string;
  danger?: boolean;
  pending: boolean;
  problem: CommandProblem | null;
  errors: readonly FormError[];
  /** Why it cannot be sent now. */
  reason?: string | null;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** A question with one answer that is sent: what is wrong stands on top, the button says what it does. */
export function FormDialog(props: Props) {
  const { title, tells, verb, danger, pending, problem, errors, reason, onSubmit, onClose, children } = props;
  const ui = useWords("ui");
  return (
    <Dialog
      description={tells}
      footer={
        <>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button
            busy={pending}
            onClick={onSubmit}
            reason={reason ?? null}
            variant={danger ? "danger" : "primary"}
          >
            {verb}
          </Button>
        </>
      }
      onClose={onClose}
      open
      title={title}
    >
      <div className="space-y-4">
        <ErrorSummary errors={errors} />
        <SignedOutNote problem={problem} />
        {children}
      </div>
    </Dialog>
  );
}
