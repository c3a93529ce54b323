"use client";

import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { useWords } from "@/lib/words-client";
import type { TreeRow } from "./tree-rules";
import type { useTreeDeeds } from "./use-tree-deeds";

type Props = {
  row: TreeRow;
  label: string;
  rename: ReturnType<typeof useTreeDeeds>["rename"];
  onDone: () => void;
};

/** A name being changed in its place: Enter keeps it, Escape leaves it; when somebody was faster both names are shown. */
export function InlineName({ row, label, rename, onDone }: Props) {
  const t = useWords("organisation");
  const { name, version } = row.kind === "unit" ? row.unit : row.post;
  const [text, setText] = useState(name);
  const [theirs, setTheirs] = useState<{ name: string; version: number } | null>(null);
  const [busy, setBusy] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), []);
  const save = async () => {
    const wanted = text.trim();
    if (busy) return;
    if (wanted === "" || (wanted === name && !theirs)) return onDone();
    setBusy(true);
    const answer = await rename(row, wanted, theirs?.version ?? version);
    setBusy(false);
    if (answer.kind === "done") return onDone();
    if (answer.kind === "stale") setTheirs({ name: answer.name, version: answer.version });
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") onDone();
    if (event.key === "Enter") {
      event.preventDefault();
      void save();
    }
  };
  return (
    <span className="flex min-w-0 flex-1 flex-col gap-1">
      <input
        aria-label={label}
        autoComplete="off"
        className="control"
        maxLength={60}
        onBlur={() => theirs || text.trim() !== name || onDone()}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        ref={input}
        value={text}
      />
      {theirs ? (
        <span className="flex flex-wrap items-center gap-2 text-small" role="alert">
          {t("conflict", { theirs: theirs.name, yours: text.trim() })}
          <Button busy={busy} onClick={save} size="sm" variant="primary">
            {t("useMine")}
          </Button>
          <Button onClick={onDone} size="sm">
            {t("useTheirs")}
          </Button>
        </span>
      ) : null}
    </span>
  );
}
