"use client";

import { useState } from "react";
import { useChange } from "@/components/data/use-change";
import { FormDialog } from "@/components/ui/form-dialog";
import { TextArea } from "@/components/ui/text-area";
import { notify } from "@/components/ui/toast-queue";
import type { OrganisationPost, OrganisationUnit } from "@/lib/organisation/queries";
import { useWords } from "@/lib/words-client";

type Props = { closed: { unit: OrganisationUnit } | { post: OrganisationPost }; onClose: () => void };

/** Closing cannot be undone, so it is asked for, with a reason. */
export function CloseDialog({ closed, onClose }: Props) {
  const t = useWords("organisation");
  const isUnit = "unit" in closed;
  const { id, name, version } = isUnit ? closed.unit : closed.post;
  const { change, pending, problem } = useChange(isUnit ? "unit.close" : "post.close");
  const [reason, setReason] = useState("");
  const submit = async () => {
    const input = isUnit ? { unitId: id, version, reason } : { postId: id, version, reason };
    if ((await change(input)) === null) return;
    notify({ text: t("done.closed", { name }) });
    onClose();
  };
  return (
    <FormDialog
      danger
      description={t(isUnit ? "close.unitTells" : "close.postTells")}
      onClose={onClose}
      onSubmit={submit}
      pending={pending}
      submit={t(isUnit ? "menu.closeUnit" : "menu.closePost")}
      title={t("close.title", { name })}
    >
      <TextArea
        data-autofocus
        error={problem?.isStale ? t("stale") : null}
        label={t("close.reason")}
        maxLength={500}
        onChange={(event) => setReason(event.target.value)}
        onSubmit={submit}
        optional
        value={reason}
      />
    </FormDialog>
  );
}
