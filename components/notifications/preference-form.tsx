"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { FormErrors } from "@/components/auth/form-errors";
import { useSubmit } from "@/components/auth/use-submit";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import { notify } from "@/components/ui/toast-queue";
import type { Channel } from "@/lib/notifications/kind-rules";
import type { Preference } from "@/lib/notifications/preference-rules";
import { useWords } from "@/lib/words-client";
import { KindTable } from "./kind-table";
import { minutesOf, timeOf } from "./time-rules";

type Props = { preference: Preference & { version: number }; open: readonly Channel[] };

const TIMES = ["quietFrom", "quietTo", "digestAt"] as const;

/** What one hears outside the product, where and when. */
export function PreferenceForm({ preference, open }: Props) {
  const t = useWords("notificationPages");
  const router = useRouter();
  const { submit, pending, errors, setErrors, errorOf } = useSubmit("preference.set");
  const [kinds, setKinds] = useState(preference.kinds);
  const [mail, setMail] = useState(preference.mail ?? "");
  const [times, setTimes] = useState({
    quietFrom: timeOf(preference.quietFrom),
    quietTo: timeOf(preference.quietTo),
    digestAt: timeOf(preference.digestAt),
  });
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const wrong = TIMES.filter((name) => times[name] !== "" && minutesOf(times[name]) === null);
    if (wrong.length > 0) return setErrors(wrong.map((field) => ({ field, message: t("time") })));
    const minutes = Object.fromEntries(TIMES.map((name) => [name, minutesOf(times[name])]));
    const { version } = preference;
    const done = await submit({ version, kinds, mail: mail.trim() || null, ...minutes });
    if (!done) return;
    notify({ text: t("saved") });
    router.refresh();
  };
  const time = (name: (typeof TIMES)[number]) => (
    <TextInput
      error={errorOf(name)}
      label={t(name)}
      name={name}
      onChange={(event) => setTimes({ ...times, [name]: event.target.value })}
      optional
      type="time"
      value={times[name]}
    />
  );
  return (
    <form className="flex max-w-2xl flex-col gap-4" noValidate onSubmit={onSubmit}>
      <FormErrors errors={errors} />
      {open.includes("mail") ? (
        <TextInput
          autoComplete="email"
          error={errorOf("mail")}
          hint={t("mailHint")}
          inputMode="email"
          label={t("mail")}
          name="mail"
          onChange={(event) => setMail(event.target.value)}
          optional
          type="email"
          value={mail}
        />
      ) : null}
      <div className="grid gap-4 sm:grid-cols-3">
        {time("quietFrom")}
        {time("quietTo")}
        {time("digestAt")}
      </div>
      <p className="text-muted text-small">{t("timesHint")}</p>
      <KindTable kinds={kinds} onChange={setKinds} open={open} />
      <div>
        <Button busy={pending} type="submit" variant="primary">
          {t("save")}
        </Button>
      </div>
    </form>
  );
}
