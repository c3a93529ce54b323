"use client";

import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { useWords } from "@/lib/words-client";

type Props = { error: Error & { digest?: string }; retry: () => void };

/** A bug, not a refusal: nothing was changed, and the number finds it in the log. */
export default function PageError({ error, retry }: Props) {
  const t = useWords("shell");
  return (
    <main className="flex-1 content-center" id="main" tabIndex={-1}>
      <EmptyState
        action={
          <Button onClick={retry} variant="primary">
            {t("failure.retry")}
          </Button>
        }
        title={t("failure.title")}
      >
        <p>{t("failure.why")}</p>
        {error.digest ? (
          <p className="tabular mt-1">{t("failure.number", { number: error.digest })}</p>
        ) : null}
      </EmptyState>
    </main>
  );
}
