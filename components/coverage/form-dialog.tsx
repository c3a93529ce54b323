"use client";

import { type FormEvent, type ReactNode, useId } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorSummary, type FormError } from "@/components/ui/error-summary";
import { useWords } from "@/lib/words-client";

type Props = {
  title: string;
  description?: ReactNode;
  submit: string;
  danger?: boolean;
  pending: boolean;
  errors?: readonly FormError[];
  onSubmit: () => void;
  onClose: () => void;
  children?: ReactNode;
};

/** A form in a dialog: Enter sends it, what is wrong stands on top. */
export function FormDialog({
  title,
  description,
  submit,
  danger,
  pending,
  errors = [],
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
          <Button busy={pending} form={id} type="submit" variant={danger ? "danger" : "primary"}>
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
