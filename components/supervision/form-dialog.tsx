"use client";

import type { ReactNode } from "react";
import type { CommandProblem } from "@/components/data/command-problem";
import { SignedOutNote } from "@/components/tasks/signed-out-note";
import type { FormError } from "@/components/ui/error-summary";
import { FormDialog as Form } from "@/components/ui/form-dialog";

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

/** A form about a task: a session that ended is told beside the text, which stays. */
export function FormDialog({ tells, verb, problem, danger = false, children, ...rest }: Props) {
  return (
    <Form {...rest} danger={danger} description={tells} submit={verb}>
      <SignedOutNote problem={problem} />
      {children}
    </Form>
  );
}
