"use client";

import { Banner } from "@/components/ui/banner";
import { ErrorSummary, type FormError } from "@/components/ui/error-summary";

/** Above a form: the list that leads to the fields, and what the server said about the whole. */
export function FormErrors({ errors }: { errors: readonly FormError[] }) {
  const general = errors.filter((error) => error.field === undefined);
  return (
    <>
      <ErrorSummary errors={errors.filter((error) => error.field !== undefined)} />
      {general.map(({ message }) => (
        <Banner key={message} tone="error">
          {message}
        </Banner>
      ))}
    </>
  );
}
