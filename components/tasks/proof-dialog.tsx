"use client";

import { type FormEvent, type ReactNode, useId } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorSummary } from "@/components/ui/error-summary";
import { useWords } from "@/lib/words-client";
import { SignedOutNote } from "./signed-out-note";
import type { ProofForm } from "./use-proof-form";

type Props = {
  title: string;
  description?: ReactNode;
  /** What the button says: the verb. */
  submit: string;
  danger?: boolean;
  size?: "sm" | "md" | "lg";
  /** Sending is the next thing to do: a phone shows no keyboard first. */
  sendFirst?: boolean;
  /** Why it cannot be sent yet. */
  reason?: string | null;
  form: ProofForm;
  onSubmit: () => void;
  onClose: () => void;
  children?: ReactNode;
};

/** A dialog about what proves a task; Enter sends it, and whatever speaks against it stands on top. */
export function ProofDialog({
  form,
  onSubmit,
  onClose,
  submit,
  danger,
  sendFirst,
  reason,
  children,
  ...dialog
}: Props) {
  const [ui, refusals] = [useWords("ui"), useWords("refusals")];
  const id = useId();
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!reason && !form.pending) onSubmit();
  };
  return (
    <Dialog
      {...dialog}
      footer={
        <>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button
            busy={form.pending}
            data-autofocus={sendFirst ? true : undefined}
            form={id}
            reason={reason ?? null}
            type="submit"
            variant={danger ? "danger" : "primary"}
          >
            {submit}
          </Button>
        </>
      }
      onClose={onClose}
      open
    >
      <form className="space-y-4" id={id} noValidate onSubmit={send}>
        <ErrorSummary errors={form.errors} />
        <SignedOutNote problem={form.problem} />
        {form.problem?.isStale ? <Banner tone="warning">{refusals("stale")}</Banner> : null}
        {children}
      </form>
    </Dialog>
  );
}
