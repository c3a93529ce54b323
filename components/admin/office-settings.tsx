"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { FormErrors } from "@/components/auth/form-errors";
import { useSubmit } from "@/components/auth/use-submit";
import { Button } from "@/components/ui/button";
import { DayInput } from "@/components/ui/day-input";
import { TextInput } from "@/components/ui/text-input";
import { notify } from "@/components/ui/toast-queue";
import type { Settings } from "@/lib/settings/rules";
import { useWords } from "@/lib/words-client";
import { OfficeSwitches, switchesOf } from "./office-switches";

/** The office's choices. @param today the day that typed dates are read against */
export function OfficeSettings({ settings, today }: { settings: Settings; today: string }) {
  const t = useWords("admin");
  const router = useRouter();
  const { submit, pending, errors, setErrors, errorOf } = useSubmit("setting.set");
  const [officeName, setOfficeName] = useState(settings.officeName);
  const [viewedOn, setViewedOn] = useState(settings.viewedOn);
  const [from, setFrom] = useState(String(settings.reportFrom));
  const [to, setTo] = useState(String(settings.reportTo));
  const [switches, setSwitches] = useState(switchesOf(settings));
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const wrong = Object.entries({ reportFrom: from, reportTo: to })
      .filter(([, typed]) => !/^([1-9]|1\d|2[0-8])$/.test(typed.trim()))
      .map(([field]) => ({ field, message: t("office.number") }));
    if (wrong.length > 0) return setErrors(wrong);
    const days = { reportFrom: Number(from), reportTo: Number(to) };
    const done = await submit({ officeName, viewedOn, ...days, ...switches });
    if (!done) return;
    notify({ text: t("office.saved") });
    router.refresh();
  };
  return (
    <form className="flex max-w-md flex-col gap-4" noValidate onSubmit={onSubmit}>
      <FormErrors errors={errors} />
      <TextInput
        error={errorOf("officeName")}
        label={t("office.name")}
        name="officeName"
        onChange={(event) => setOfficeName(event.target.value)}
        value={officeName}
      />
      <DayInput
        error={errorOf("viewedOn")}
        hint={t("office.viewedOnHint")}
        label={t("office.viewedOn")}
        name="viewedOn"
        onChange={setViewedOn}
        optional
        today={today}
        value={viewedOn}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextInput
          error={errorOf("reportFrom")}
          hint={t("office.reportHint")}
          inputMode="numeric"
          label={t("office.reportFrom")}
          name="reportFrom"
          onChange={(event) => setFrom(event.target.value)}
          value={from}
        />
        <TextInput
          error={errorOf("reportTo")}
          hint={t("office.reportHint")}
          inputMode="numeric"
          label={t("office.reportTo")}
          name="reportTo"
          onChange={(event) => setTo(event.target.value)}
          value={to}
        />
      </div>
      <OfficeSwitches onChange={setSwitches} switches={switches} />
      <div>
        <Button busy={pending} type="submit" variant="primary">
          {t("office.save")}
        </Button>
      </div>
    </form>
  );
}
