"use client";

import type { KeyboardEvent, ReactNode } from "react";
import { PartFields, ProvedProgress } from "@/components/check-ins/part-fields";
import { ProgressChoice } from "@/components/check-ins/progress-choice";
import { PARTS, type Said } from "@/components/check-ins/use-check-in";
import { EvidencePicker } from "@/components/files/evidence-picker";
import { SignedOutNote } from "@/components/tasks/signed-out-note";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { ErrorSummary } from "@/components/ui/error-summary";
import { sayMoment } from "@/lib/house-style";
import type { ReportItem } from "@/lib/rounds/views";
import { useLocale, useWords } from "@/lib/words-client";
import type { ReportDesk } from "./report-desk";
import { ReportQuotes } from "./report-quotes";
import { usePaste } from "./use-paste";
import { type ReportForm as Form, useReportForm } from "./use-report-form";

type Props = {
  item: ReportItem;
  desk: ReportDesk;
  /** Whether another report waits after this one. */
  hasNext: boolean;
  /** What a unit's head may quote; gets how to add it. */
  quotable?: (add: (said: Partial<Said>) => void) => ReactNode;
  onDone: (said: Said) => void;
};

/** One report: progress by one tap, the records quoted, kept while it is written, and on to the next. */
export function ReportForm({ item, desk, hasNext, quotable, onDone }: Props) {
  const t = useWords("report");
  const form = useReportForm({ item, desk, onDone });
  const onPaste = usePaste(form);
  const add = (more: Partial<Said>) => form.set(joinedWith(form.said, more));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    if (event.defaultPrevented || event.nativeEvent.isComposing) return;
    event.preventDefault();
    form.submit();
  };
  return (
    <div className="grid gap-x-8 gap-y-5 lg:grid-cols-[minmax(0,1fr)_17rem]">
      <form
        aria-label={t("form")}
        className="min-w-0 space-y-4"
        noValidate
        onKeyDown={onKeyDown}
        onSubmit={(event) => {
          event.preventDefault();
          form.submit();
        }}
      >
        <ErrorSummary errors={form.error ? [{ field: "done", message: form.error }] : []} />
        <SignedOutNote problem={form.problem} />
        <Stale form={form} />
        <Begun desk={desk} form={form} />
        <Progress form={form} item={item} />
        <PartFields form={form} onPaste={onPaste} />
        {desk.signedIn ? <EvidencePicker onTickets={form.setTickets} /> : null}
        <Send aboveTabs={desk.signedIn} form={form} hasNext={hasNext} />
      </form>
      <aside className="min-w-0 space-y-4 lg:border-line lg:border-l lg:pl-5">
        <ReportQuotes item={item} onUse={add} today={desk.today} />
        {quotable?.(add)}
      </aside>
    </div>
  );
}

function Progress({ item, form }: { item: ReportItem; form: Form }) {
  const t = useWords("report");
  const { task, supportUnit } = item;
  if (supportUnit) return <p className="text-muted text-ui">{t("supporting", { unit: supportUnit.name })}</p>;
  if (task.proof) return <ProvedProgress progress={task.progress} />;
  return (
    <ProgressChoice
      now={task.progress}
      onChange={(progress) => form.set({ progress })}
      onWrong={form.setWrongProgress}
      value={form.said.progress}
    />
  );
}

/** Where the text comes from that stands there already. */
function Begun({ form, desk }: { form: Form; desk: ReportDesk }) {
  const [t, checkIns] = [useWords("report"), useWords("checkIns")];
  const locale = useLocale();
  if (form.prefilled) return <p className="text-muted text-small">{t("prefilled")}</p>;
  if (!form.restored || !form.found) return null;
  return (
    <Banner
      action={
        <Button onClick={form.forget} size="sm" variant="quiet">
          {checkIns("clearDraft")}
        </Button>
      }
    >
      {checkIns("draft", { time: sayMoment(new Date(form.found.at), desk.today, locale) })}
    </Banner>
  );
}

/** Somebody changed the task while this was written. */
function Stale({ form }: { form: Form }) {
  const t = useWords("report");
  const version = form.problem?.current?.version;
  if (!form.problem?.isStale || typeof version !== "number") return null;
  return (
    <Banner
      action={
        <Button onClick={() => form.sendOn(version)} size="sm">
          {t("sendAnyway")}
        </Button>
      }
      tone="warning"
    >
      {form.problem.title}
    </Banner>
  );
}

/** At the thumb on a phone, under the text at a desk. */
function Send({ form, hasNext, aboveTabs }: { form: Form; hasNext: boolean; aboveTabs: boolean }) {
  const [t, tasks] = [useWords("report"), useWords("tasks")];
  const { progress } = form.said;
  const say = progress === null ? t("send") : t("sendAs", { percent: progress });
  return (
    <div
      className={classNames(
        aboveTabs ? "max-md:bottom-[calc(3.5rem+env(safe-area-inset-bottom,0px))]" : "max-md:bottom-0",
        "flex items-center gap-3 max-md:sticky max-md:z-20 max-md:-mx-4 max-md:border-line max-md:border-t max-md:bg-paper max-md:px-4 max-md:py-2",
      )}
    >
      <Button
        busy={form.pending}
        className="max-md:flex-1"
        reason={form.filesUnderWay ? tasks("evidence.underWay") : null}
        type="submit"
        variant="primary"
      >
        {hasNext ? t("andNext", { send: say }) : say}
      </Button>
      <span className="text-muted text-small max-md:hidden">{t("keys")}</span>
      <span className="text-muted text-small" role="status">
        {form.kept === "nothing" ? null : t(`kept.${form.kept}`)}
      </span>
    </div>
  );
}

function joinedWith(said: Said, more: Partial<Said>): Partial<Said> {
  const parts = PARTS.filter((part) => more[part]?.trim());
  return Object.fromEntries(
    parts.map((part) => [
      part,
      said[part].trim() === "" ? more[part] : `${said[part].trim()}\n${more[part]}`,
    ]),
  );
}
