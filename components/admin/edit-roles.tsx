"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { FormErrors } from "@/components/auth/form-errors";
import { useSubmit } from "@/components/auth/use-submit";
import { Button } from "@/components/ui/button";
import { Checkbox, Radios } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { notify } from "@/components/ui/toast-queue";
import { ADMIN_ROLES, BUSINESS_ROLES, type Role } from "@/lib/auth/permissions";
import { useWords } from "@/lib/words-client";

type Account = { id: number; name: string; version: number; roles: readonly Role[]; isOwn: boolean };

/** Decides the roles of one account. */
export function EditRoles({ account }: { account: Account }) {
  const t = useWords("admin");
  const [open, setOpen] = useState(false);
  return (
    <span className="-my-1 -ml-2 inline-block">
      <Button
        aria-label={t("roles.changeOf", { name: account.name })}
        onClick={() => setOpen(true)}
        reason={account.isOwn ? t("roles.own") : null}
        size="sm"
        variant="quiet"
      >
        {t("roles.change")}
      </Button>
      {open ? <RolesDialog account={account} onClose={() => setOpen(false)} /> : null}
    </span>
  );
}

type Admin = (typeof ADMIN_ROLES)[number] | "none";

function RolesDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const t = useWords("admin");
  const auth = useWords("auth");
  const form = useId();
  const router = useRouter();
  const { submit, pending, errors } = useSubmit("account.setRoles");
  const held = new Set<Role>(account.roles);
  const [admin, setAdmin] = useState<Admin>(ADMIN_ROLES.find((role) => held.has(role)) ?? "none");
  const [business, setBusiness] = useState<Role[]>(BUSINESS_ROLES.filter((role) => held.has(role)));
  const roles = admin === "none" ? business : [admin];
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await submit({ accountId: account.id, version: account.version, roles }))) return;
    notify({ text: t("roles.saved") });
    onClose();
    router.refresh();
  };
  const toggle = (role: Role, on: boolean) =>
    setBusiness(BUSINESS_ROLES.filter((one) => (one === role ? on : business.some((had) => had === one))));
  const footer = (
    <Button busy={pending} form={form} type="submit" variant="primary">
      {t("roles.save")}
    </Button>
  );
  return (
    <Dialog footer={footer} onClose={onClose} open title={t("roles.dialog", { name: account.name })}>
      <form className="flex flex-col gap-5" id={form} noValidate onSubmit={onSubmit}>
        <FormErrors errors={errors} />
        <Radios<Admin>
          label={t("roles.admin")}
          name="admin"
          onChange={setAdmin}
          options={[
            { value: "none", label: t("roles.noAdmin") },
            ...ADMIN_ROLES.map((role) => ({
              value: role,
              label: auth(`role.${role}`),
              hint: auth(`roleAbout.${role}`),
            })),
          ]}
          value={admin}
        />
        {admin === "none" ? (
          <fieldset>
            <legend className="mb-1 font-semibold text-ui">{t("roles.business")}</legend>
            {BUSINESS_ROLES.map((role) => (
              <Checkbox
                checked={business.some((had) => had === role)}
                hint={auth(`roleAbout.${role}`)}
                key={role}
                label={auth(`role.${role}`)}
                onChange={(event) => toggle(role, event.target.checked)}
              />
            ))}
          </fieldset>
        ) : null}
        {roles.length === 0 ? <p className="text-muted">{t("roles.none")}</p> : null}
      </form>
    </Dialog>
  );
}
