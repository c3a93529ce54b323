"use client";

import { type FormEvent, type ReactNode, useId } from "react";
import { useWords } from "@/lib/words-client";
import { Button } from "./button";
import { Dialog } from "./dialog";
import { ErrorSummary, type FormError } from "./error-summary";

type Props = {
  title: string;
  description?: ReactNode;
  submit: string;
  danger?: boolean;
  pending: boolean;
  errors?: readonly FormError[];
  /** Why it cannot be sent now. */
  reason?: string | null;
  onSubmit: () => void;
  onClose: () => void;
  children?: ReactNode;
};

/** A form in a dialog: Enter sends it, what is wrong stands on top, its button is named by what it does. */
export function FormDialog({
  title,
  description,
  submit,
  danger,
  pending,
  errors = [],
  reason = null,
  onSubmit,
  onClose,
  children,
}: Props) {
  const ui = useWords("ui");
  const id = useId();
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <Dialog
      description={description}
      footer={
        <>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button
            busy={pending}
            form={id}
            reason={reason}
            type="submit"
            variant={danger ? "danger" : "primary"}
          >
            {submit}
          </Button>
        </>
      }
      onClose={onClose}
      open
      title={title}
    >
      <form className="flex flex-col gap-4" id={id} noValidate onSubmit={send}>
        <ErrorSummary errors={errors} />
        {children}
      </form>
    </Dialog>
  );
}
