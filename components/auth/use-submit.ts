"use client";

import { useRef, useState } from "react";
import { CommandProblem } from "@/components/data/command-problem";
import { newKey, sendCommand } from "@/components/data/send-command";
import type { FormError } from "@/components/ui/error-summary";
import { useWords } from "@/lib/words-client";

/** A form that sends one command: what is wrong stands above it and beside the fields, what was typed stays. */
export function useSubmit<R>(name: string) {
  const t = useWords("auth");
  const [errors, setErrors] = useState<FormError[]>([]);
  const [pending, setPending] = useState(false);
  const attempt = useRef({ key: "", body: "" });
  const submit = async (input: unknown): Promise<R | null> => {
    if (pending) return null;
    const body = JSON.stringify(input);
    // The same input after a lost answer is the same act; another input is another.
    if (attempt.current.body !== body) attempt.current = { key: newKey(), body };
    setPending(true);
    setErrors([]);
    try {
      const { result } = await sendCommand<R>(name, input, { key: attempt.current.key });
      attempt.current = { key: "", body: "" };
      return result;
    } catch (error) {
      if (!(error instanceof CommandProblem)) throw error;
      if (error.status !== 0) attempt.current = { key: "", body: "" };
      setErrors(error.status === 0 ? [{ message: t("offline") }] : errorsOf(error));
      return null;
    } finally {
      setPending(false);
    }
  };
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;
  return { submit, pending, errors, setErrors, errorOf };
}

function errorsOf(problem: CommandProblem): FormError[] {
  const fields = Object.entries(problem.fields);
  if (fields.length === 0) return [{ message: problem.title }];
  return fields.map(([field, message]) => ({ field, message }));
}
