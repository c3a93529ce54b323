"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import type { CommandProblem } from "@/components/data/command-problem";
import { useCommand } from "@/components/data/use-command";
import { Button } from "@/components/ui/button";
import { Radios } from "@/components/ui/checkbox";
import { DayInput } from "@/components/ui/day-input";
import { Dialog } from "@/components/ui/dialog";
import { Icon } from "@/components/ui/icons";
import { TextInput } from "@/components/ui/text-input";
import { addDays, type Day, sayDay } from "@/lib/calendar/rules";
import { useLocale, useWords } from "@/lib/words-client";

type Before = { id: number; title: string; heldOn: Day };
type Props = { last: Before | null; today: Day };

/** The button that opens a meeting, and what it asks first. */
export function OpenMeeting({ last, today }: Props) {
  const t = useWords("meetings");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<Icon name="plus" />} onClick={() => setOpen(true)} variant="primary">
        {t("open.button")}
      </Button>
      {open ? <OpeningDialog last={last} onClose={() => setOpen(false)} today={today} /> : null}
    </>
  );
}

function OpeningDialog({ last, today, onClose }: Props & { onClose: () => void }) {
  const t = useWords("meetings");
  const locale = useLocale();
  const router = useRouter();
  const { run, pending, problem } = useCommand<{ meetingId: number }>("meeting.open");
  const [title, setTitle] = useState(t("open.usualTitle", { day: sayDay(today, today, locale) }));
  const [heldOn, setHeldOn] = useState<Day | null>(today);
  const [since, setSince] = useState(last ? "last" : "day");
  const [day, setDay] = useState<Day | null>(addDays(today, -7));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const from = since === "last" && last ? { sinceMeetingId: last.id } : { sinceDay: day ?? "" };
    const opened = await run({ title, heldOn: heldOn ?? "", ...from }).catch(() => null);
    if (opened) router.push(`/meetings/${opened.meetingId}`);
  };
  return (
    <Dialog
      description={t("open.tells")}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button busy={pending} form="open-meeting" type="submit" variant="primary">
            {t("open.submit")}
          </Button>
        </>
      }
      onClose={onClose}
      open
      title={t("open.title")}
    >
      <form className="flex flex-col gap-4" id="open-meeting" noValidate onSubmit={submit}>
        <TextInput
          data-autofocus
          error={errorOf(problem, "title")}
          label={t("open.name")}
          maxLength={120}
          name="title"
          onChange={(event) => setTitle(event.target.value)}
          value={title}
        />
        <DayInput
          error={errorOf(problem, "heldOn")}
          label={t("list.heldOn")}
          name="heldOn"
          onChange={setHeldOn}
          today={today}
          value={heldOn}
        />
        <Radios
          label={t("open.since")}
          name="since"
          onChange={setSince}
          options={sinceChoices(last, (key, values) => t(key, values), sayDayOf(today, locale))}
          value={since}
        />
        {since === "day" ? (
          <DayInput
            error={errorOf(problem, "sinceDay")}
            hint={t("open.dayHint")}
            label={t("open.day")}
            name="sinceDay"
            onChange={setDay}
            today={today}
            value={day}
          />
        ) : null}
      </form>
    </Dialog>
  );
}

const sayDayOf = (today: Day, locale: "zh-CN" | "en") => (day: Day) => sayDay(day, today, locale);

function sinceChoices(
  last: Before | null,
  t: (key: string, values?: Record<string, string>) => string,
  say: (day: Day) => string,
) {
  const byDay = { value: "day", label: t("open.sinceDay") };
  if (!last) return [byDay];
  const hint = t("open.lastHint", { title: last.title, day: say(last.heldOn) });
  return [{ value: "last", label: t("open.sinceLast"), hint }, byDay];
}

function errorOf(problem: CommandProblem | null, field: string): string | undefined {
  return problem?.fields[field];
}
