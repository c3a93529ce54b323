"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useSubmit } from "@/components/auth/use-submit";
import { Checkbox } from "@/components/ui/checkbox";
import { FormDialog } from "@/components/ui/form-dialog";
import { TextInput } from "@/components/ui/text-input";
import { notify } from "@/components/ui/toast-queue";
import type { Outlet } from "@/lib/notifications/outlet-queries";
import { useWords } from "@/lib/words-client";

/** Where a channel leads. What is secret is never sent here: an empty field leaves it as it is. */
export function OutletDialog({ outlet, onClose }: { outlet: Outlet; onClose: () => void }) {
  const [t, said] = [useWords("outlets"), useWords("notifications")];
  const router = useRouter();
  const { submit, pending, errors, errorOf } = useSubmit("outlet.set");
  const { channel, version, hasSecret } = outlet;
  const [address, setAddress] = useState("");
  const [secret, setSecret] = useState("");
  const [sender, setSender] = useState(outlet.sender);
  const [enabled, setEnabled] = useState(version === 0 || outlet.enabled);
  const onSubmit = async () => {
    const given = { ...(address.trim() && { address: address.trim() }), ...(secret && { secret }) };
    if (!(await submit({ channel, version, ...given, sender: sender.trim(), enabled }))) return;
    notify({ text: t("saved") });
    onClose();
    router.refresh();
  };
  return (
    <FormDialog
      description={t(`about.${channel}`)}
      errors={errors}
      onClose={onClose}
      onSubmit={onSubmit}
      pending={pending}
      submit={t("save")}
      title={t("setOf", { name: said(`channel.${channel}`) })}
    >
      <TextInput
        error={errorOf("address")}
        hint={version === 0 ? t(`hint.${channel}`) : t("keep", { now: outlet.address })}
        label={t("address")}
        name="address"
        onChange={(event) => setAddress(event.target.value)}
        value={address}
      />
      <TextInput
        autoComplete="new-password"
        error={errorOf("secret")}
        hint={hasSecret ? t("keepSecret") : undefined}
        label={t(channel === "mail" ? "password" : "key")}
        name="secret"
        onChange={(event) => setSecret(event.target.value)}
        optional
        type="password"
        value={secret}
      />
      {channel === "mail" ? (
        <TextInput
          error={errorOf("sender")}
          label={t("sender")}
          name="sender"
          onChange={(event) => setSender(event.target.value)}
          type="email"
          value={sender}
        />
      ) : null}
      <Checkbox
        checked={enabled}
        label={t("enabled")}
        onChange={(event) => setEnabled(event.target.checked)}
      />
    </FormDialog>
  );
}
