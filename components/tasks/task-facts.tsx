"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { useOffice } from "@/components/data/office";
import { sayDay } from "@/lib/calendar/rules";
import { sayNumber } from "@/lib/house-style";
import type { Baseline, DetailTask, Mention, PostFacts, TaskDetail } from "@/lib/tasks/detail";
import { useLocale, useWords } from "@/lib/words-client";
import { sayInstant } from "./say";

/** Who answers for the task, when, why it is on the plan and what proves it. */
export function TaskFacts({ task, detail, level }: { task: DetailTask; detail: TaskDetail; level: 1 | 2 }) {
  const t = useWords("tasks");
  const Heading = level === 1 ? "h2" : "h3";
  return (
    <section aria-label={t("facts")} className="space-y-5 text-ui">
      <dl className="grid grid-cols-[5em_minmax(0,1fr)] gap-x-3 gap-y-1.5">
        <Who detail={detail} task={task} />
        <What detail={detail} task={task} />
      </dl>
      <Moments Heading={Heading} task={task} />
      <Baselines Heading={Heading} baselines={detail.baselines} />
      <Mentions Heading={Heading} mentions={detail.mentions} />
    </section>
  );
}

/** One below the heading of the task. */
type Below = { Heading: "h2" | "h3" };

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{label}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}

function Who({ task, detail }: { task: DetailTask; detail: TaskDetail }) {
  const t = useWords("tasks");
  const locale = useLocale();
  const unit = (id: number | null) => (id === null ? null : detail.unitNames[id]);
  const supports = task.supportUnitIds.map((id) => unit(id)).filter(Boolean);
  return (
    <>
      <Row label={t("field.ownerPostId")}>
        <Post facts={detail.posts[task.ownerPostId ?? 0]} />
      </Row>
      <Row label={t("field.leadUnitId")}>{unit(task.leadUnitId) ?? t("unassigned")}</Row>
      <Row label={t("field.sponsorPostId")}>
        <Post facts={detail.posts[task.sponsorPostId ?? 0]} />
      </Row>
      {supports.length > 0 ? (
        <Row label={t("field.supportUnitIds")}>{supports.join(locale === "en" ? ", " : "、")}</Row>
      ) : null}
    </>
  );
}

function Post({ facts }: { facts: PostFacts | undefined }) {
  const t = useWords("tasks");
  if (!facts) return t("unassigned");
  return (
    <span className="flex flex-wrap gap-x-2">
      <span>{facts.name}</span>
      <span className="whitespace-nowrap text-muted">{facts.holders || t("vacant")}</span>
    </span>
  );
}

function What({ task, detail }: { task: DetailTask; detail: TaskDetail }) {
  const t = useWords("tasks");
  const locale = useLocale();
  const { today } = useOffice();
  const clause = detail.sections.findLast((section) => section.clause !== "")?.clause;
  const reference = [t(`source.${task.source}`), task.sourceRef || clause].filter(Boolean).join(" · ");
  return (
    <>
      <Row label={t("field.startDay")}>{sayDay(task.startDay, today, locale)}</Row>
      <Row label={t("field.source")}>{reference}</Row>
      <Row label={t("field.proofs")}>
        {task.proofs.map((proof) => t(`proof.${proof}`)).join(locale === "en" ? ", " : "、")}
      </Row>
      {task.verifyMethod ? (
        <Row label={t("field.verifyMethod")}>{t(`method.${task.verifyMethod}`)}</Row>
      ) : null}
      <Row label={t("field.weight")}>
        <span className="tabular">{sayNumber(task.weight)}</span>
      </Row>
    </>
  );
}

const MOMENTS = [
  "createdAt",
  "assignedAt",
  "acknowledgedAt",
  "startedAt",
  "submittedAt",
  "closedAt",
] as const;

function Moments({ task, Heading }: Below & { task: DetailTask }) {
  const t = useWords("tasks");
  const locale = useLocale();
  const { today } = useOffice();
  return (
    <div>
      <Heading className="mb-1 text-muted text-small">{t("time.label")}</Heading>
      <ol className="space-y-1">
        {MOMENTS.map((moment) => {
          const at = task[moment];
          return at ? (
            <li className="flex gap-x-3" key={moment}>
              <span className="w-[5em] shrink-0 text-muted">{t(`time.${moment}`)}</span>
              <span className="tabular">{sayInstant(at, today, locale)}</span>
            </li>
          ) : null;
        })}
      </ol>
    </div>
  );
}

function Baselines({ baselines, Heading }: Below & { baselines: readonly Baseline[] }) {
  const t = useWords("tasks");
  const years = [...new Set(baselines.map(({ year }) => year))];
  return years.map((year) => (
    <div key={year}>
      <Heading className="mb-1 text-muted text-small">{t("baselines", { year })}</Heading>
      <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-1">
        {baselines
          .filter((baseline) => baseline.year === year)
          .map((baseline) => (
            <BaselineRow baseline={baseline} key={baseline.id} />
          ))}
      </dl>
    </div>
  ));
}

function BaselineRow({ baseline }: { baseline: Baseline }) {
  const t = useWords("tasks");
  const { value, unit, atLeast, change } = baseline;
  const number = atLeast ? t("baselineAtLeast", { value: sayNumber(value) }) : sayNumber(value);
  return (
    <>
      <dt>{baseline.label}</dt>
      <dd className="tabular whitespace-nowrap text-right">
        {number}
        {unit}
        {change === null ? null : (
          <span className="ml-2 text-muted">{`${change > 0 ? "+" : ""}${sayNumber(change)}%`}</span>
        )}
      </dd>
    </>
  );
}

function Mentions({ mentions, Heading }: Below & { mentions: readonly Mention[] }) {
  const t = useWords("tasks");
  const locale = useLocale();
  const { today } = useOffice();
  if (mentions.length === 0) return null;
  return (
    <div>
      <Heading className="mb-1 text-muted text-small">{t("mentions")}</Heading>
      <ul className="space-y-2">
        {mentions.map((mention) => (
          <li key={mention.id}>
            <p>{mention.text}</p>
            <Link className="text-action text-small hover:underline" href={`/meetings/${mention.meetingId}`}>
              {mention.meeting} · {sayDay(mention.heldOn, today, locale)} · {t(`mention.${mention.kind}`)}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
