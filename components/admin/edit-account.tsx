"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { FormErrors } from "@/components/auth/form-errors";
import { useSubmit } from "@/components/auth/use-submit";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextInput } from "@/components/ui/text-input";
import { notify } from "@/components/ui/toast-queue";
import { useWords } from "@/lib/words-client";
import type { AccountSummary } from "./account-menu";

export function EditAccount({ account, onClose }: { account: AccountSummary; onClose: () => void }) {
  const t = useWords("admin");
  const form = useId();
  const router = useRouter();
  const { submit, pending, errors, errorOf } = useSubmit("account.edit");
  const [name, setName] = useState(account.name);
  const [subject, setSubject] = useState(account.oidcSubject ?? "");
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const input = { accountId: account.id, version: account.version, name };
    const done = await submit(account.isBeyond ? input : { ...input, oidcSubject: subject });
    if (!done) return;
    notify({ text: t("edit.saved") });
    onClose();
    router.refresh();
  };
  const footer = (
    <Button busy={pending} form={form} type="submit" variant="primary">
      {t("edit.save")}
    </Button>
  );
  return (
    <Dialog footer={footer} onClose={onClose} open title={t("edit.title", { name: account.name })}>
      <form className="flex flex-col gap-4" id={form} noValidate onSubmit={onSubmit}>
        <FormErrors errors={errors} />
        <TextInput
          autoCapitalize="off"
          error={errorOf("name")}
          hint={t("edit.nameHint")}
          label={t("edit.name")}
          name="name"
          onChange={(event) => setName(event.target.value)}
          value={name}
        />
        {account.isBeyond ? null : (
          <TextInput
            error={errorOf("oidcSubject")}
            hint={t("edit.subjectHint")}
            label={t("edit.subject")}
            name="oidcSubject"
            onChange={(event) => setSubject(event.target.value)}
            optional
            value={subject}
          />
        )}
      </form>
    </Dialog>
  );
}
