"use client";

import { type ReactNode, useState } from "react";
import { useChange } from "@/components/data/use-change";
import { Button } from "@/components/ui/button";
import { FormDialog } from "@/components/ui/form-dialog";
import type { Paper } from "@/lib/papers/queries";
import { useWords } from "@/lib/words-client";
import { PaperEditor } from "./paper-editor";

type Props = {
  paper: Paper;
  rights: { edit: boolean; issue: boolean };
  actions: ReactNode;
  children: ReactNode;
};

/** A drafted paper as it reads, and while it is a draft the ways to change and issue it. */
export function ComposedPaper({ paper, rights, actions, children }: Props) {
  const t = useWords("papers");
  const [editing, setEditing] = useState(false);
  const [issuing, setIssuing] = useState(false);
  const draft = paper.status === "draft";
  if (editing) return <PaperEditor onDone={() => setEditing(false)} paper={paper} />;
  return (
    <>
      <div className="mb-4 flex flex-wrap gap-2 print:hidden">
        {draft && rights.edit ? <Button onClick={() => setEditing(true)}>{t("edit.edit")}</Button> : null}
        {draft && rights.issue ? <Button onClick={() => setIssuing(true)}>{t("edit.issue")}</Button> : null}
        {actions}
      </div>
      {children}
      {issuing ? <IssueDialog onClose={() => setIssuing(false)} paper={paper} /> : null}
    </>
  );
}

function IssueDialog({ paper, onClose }: { paper: Paper; onClose: () => void }) {
  const t = useWords("papers");
  const { change, pending } = useChange("paper.issue");
  const submit = async () => {
    if (await change({ paperId: paper.id, version: paper.version })) onClose();
  };
  return (
    <FormDialog
      description={t("edit.issueTells")}
      onClose={onClose}
      onSubmit={() => void submit()}
      pending={pending}
      submit={t("edit.issue")}
      title={t("edit.issueTitle")}
    >
      <p>{paper.title}</p>
    </FormDialog>
  );
}
