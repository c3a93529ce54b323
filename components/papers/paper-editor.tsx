"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useCommand } from "@/components/data/use-command";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import { notify } from "@/components/ui/toast-queue";
import type { Paper } from "@/lib/papers/queries";
import { useWords } from "@/lib/words-client";
import { PassageField } from "./passage-field";
import { changed, moved, type Passage, passagesOf, sentOf, withBelow, without } from "./passage-rules";

type Props = { paper: Paper; onDone: () => void };

/** The words and the order of a draft; its tables are left in or out. */
export function PaperEditor({ paper, onDone }: Props) {
  const t = useWords("papers");
  const router = useRouter();
  const { run, pending, problem } = useCommand("paper.edit");
  const [title, setTitle] = useState(paper.title);
  const [subtitle, setSubtitle] = useState(paper.body.subtitle);
  const [passages, setPassages] = useState<readonly Passage[]>(() => passagesOf(paper.body.blocks));
  const save = async () => {
    const input = { paperId: paper.id, version: paper.version, title, subtitle, blocks: sentOf(passages) };
    if ((await run(input).catch(() => null)) === null) return;
    notify({ text: t("edit.saved"), tone: "success" });
    router.refresh();
    onDone();
  };
  return (
    <form
      className="mx-auto flex max-w-[210mm] flex-col gap-3"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {problem?.isStale ? <Banner tone="warning">{t("edit.stale")}</Banner> : null}
      <TextInput
        error={problem?.fields.title}
        label={t("edit.title")}
        maxLength={200}
        name="title"
        onChange={(event) => setTitle(event.target.value)}
        value={title}
      />
      <TextInput
        label={t("edit.subtitle")}
        maxLength={200}
        name="subtitle"
        onChange={(event) => setSubtitle(event.target.value)}
        optional
        value={subtitle}
      />
      {passages.map((passage, at) => (
        <PassageField
          first={at === 0}
          key={passage.key}
          last={at === passages.length - 1}
          n={at + 1}
          onAdd={() => setPassages((list) => withBelow(list, passage.key))}
          onChange={(text) => setPassages((list) => changed(list, passage.key, text))}
          onMove={(by) => setPassages((list) => moved(list, passage.key, by))}
          onRemove={() => setPassages((list) => without(list, passage.key))}
          passage={passage}
        />
      ))}
      <div className="sticky bottom-0 flex gap-2 border-line border-t bg-ground py-3">
        <Button busy={pending} type="submit" variant="primary">
          {t("edit.save")}
        </Button>
        <Button onClick={onDone}>{t("edit.cancel")}</Button>
      </div>
    </form>
  );
}
