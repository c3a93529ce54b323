"use client";

import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { hasConditions, only } from "@/lib/ledgers/filter-rules";
import { useWords } from "@/lib/words-client";
import { useDesk } from "./ledger-context";

/** Why no entry is shown, and the one thing to do about it. */
export function NothingHere() {
  const t = useWords("ledgers");
  const { filter, change, ledger, view, ask } = useDesk();
  if (hasConditions(filter)) {
    return (
      <EmptyState
        action={<Button onClick={() => change(only(filter, {}))}>{t("filter.reset")}</Button>}
        title={t("empty.nothingFound")}
      />
    );
  }
  const mayAdd = view.may.add && ledger.closedOn === null;
  return (
    <EmptyState
      action={mayAdd ? <Button onClick={() => ask({ what: "paste" })}>{t("menu.paste")}</Button> : undefined}
      title={t("empty.noEntries")}
    >
      {t(mayAdd ? "empty.mayAdd" : "empty.wait")}
    </EmptyState>
  );
}
