"use client";

import { type ClipboardEventHandler, useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icons";
import { TextArea } from "@/components/ui/text-area";
import { useWords } from "@/lib/words-client";
import { PARTS, type Said } from "./use-check-in";

type Props = {
  form: {
    said: Said;
    set: (more: Partial<Said>) => void;
    submit: () => void;
    error: string | null;
    problem: { fields: Readonly<Record<string, string>> } | null;
  };
  /** Whether all parts stand open from the beginning. */
  open?: () => boolean;
  autofocus?: boolean;
  onPaste?: ClipboardEventHandler<HTMLTextAreaElement>;
};

/** The four parts of a report. The last three stay folded until they are wanted; what holds text is never hidden. */
export function PartFields({ form, open = () => false, autofocus = false, onPaste }: Props) {
  const t = useWords("checkIns");
  const [all, setAll] = useState(open);
  const shown = all || PARTS.slice(1).some((part) => form.said[part] !== "") ? PARTS : PARTS.slice(0, 1);
  return (
    <>
      {shown.map((part) => (
        <TextArea
          data-autofocus={autofocus && part === "done" ? true : undefined}
          error={part === "done" ? form.error : form.problem?.fields[part]}
          hint={part === "done" ? t("doneHint") : undefined}
          key={part}
          label={t(part)}
          maxLength={4000}
          name={part}
          onChange={(event) => form.set({ [part]: event.target.value })}
          onPaste={onPaste}
          onSubmit={form.submit}
          optional={part !== "done"}
          rows={part === "done" ? 4 : 2}
          value={form.said[part]}
        />
      ))}
      {shown.length < PARTS.length ? (
        <Button className="-ml-3" icon={<Icon name="plus" />} onClick={() => setAll(true)} variant="quiet">
          {t("more")}
        </Button>
      ) : null}
    </>
  );
}

/** What proves the task says how far it is: nobody types it again. */
export function ProvedProgress({ progress }: { progress: number | null }) {
  const t = useWords("checkIns");
  const told = progress === null ? t("proved") : t("provedNow", { percent: progress });
  return <p className="tabular rounded bg-sunken px-3 py-2 text-ui">{told}</p>;
}
