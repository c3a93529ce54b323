"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { FormErrors } from "@/components/auth/form-errors";
import { useSubmit } from "@/components/auth/use-submit";
import { SecretOnce } from "@/components/settings/secret-once";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useWords } from "@/lib/words-client";
import type { AccountSummary } from "./account-menu";

/** Asks first, because what was opened with the old password ends; then tells the new one, once. */
export function ResetPassword({ account, onClose }: { account: AccountSummary; onClose: () => void }) {
  const t = useWords("admin");
  const { submit, pending, errors } = useSubmit<{ password: string }>("account.resetPassword");
  const [password, setPassword] = useState<string | null>(null);
  const reset = async () => {
    const done = await submit({ accountId: account.id });
    if (done) setPassword(done.password);
  };
  if (password !== null) return <ToldPassword name={account.name} onClose={onClose} password={password} />;
  const footer = (
    <>
      <Button onClick={onClose}>{t("reset.cancel")}</Button>
      <Button busy={pending} onClick={reset} variant="danger">
        {t("reset.submit")}
      </Button>
    </>
  );
  return (
    <Dialog
      description={t("reset.why")}
      footer={footer}
      onClose={onClose}
      open
      size="sm"
      title={t("reset.title", { name: account.name })}
    >
      <FormErrors errors={errors} />
    </Dialog>
  );
}

type ToldProps = { name: string; password: string; onClose: () => void };

/** A password that was made for somebody, shown this once. */
export function ToldPassword({ name, password, onClose }: ToldProps) {
  const t = useWords("admin");
  const router = useRouter();
  const close = () => {
    onClose();
    router.refresh();
  };
  return (
    <Dialog description={t("told.once")} onClose={close} open size="sm" title={t("told.title", { name })}>
      <SecretOnce label={t("told.password")} onClose={close} secret={password} />
    </Dialog>
  );
}
