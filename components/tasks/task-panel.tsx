"use client";

import Link from "next/link";
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from "react";
import { CheckInBar } from "@/components/check-ins/check-in-bar";
import { useOffice } from "@/components/data/office";
import { ProposeTask } from "@/components/meetings/propose-task";
import { TaskSupervision } from "@/components/supervision/task-supervision";
import { Banner } from "@/components/ui/banner";
import { Button, LinkButton } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { EmptyState } from "@/components/ui/empty-state";
import { IconButton } from "@/components/ui/icon-button";
import { Icon } from "@/components/ui/icons";
import { Skeleton } from "@/components/ui/skeleton";
import { sayDay } from "@/lib/calendar/rules";
import type { DetailTask, TaskDetail } from "@/lib/tasks/detail";
import { useLocale, useWords } from "@/lib/words-client";
import type { Deed } from "./offers";
import { SensitiveNotice } from "./sensitive-notice";
import { TaskActions } from "./task-actions";
import { type Asked, loadCheckIn, TaskDialogs } from "./task-dialogs";
import { TaskFacts } from "./task-facts";
import { TaskHead } from "./task-head";
import { TaskProgress } from "./task-progress";
import { TaskTabs } from "./task-tabs";
import { type DetailState, useTaskDetail } from "./use-detail";

// What proves a task comes after the task itself, so that the task is shown sooner.
const TaskProofs = lazy(() => import("./task-proofs").then((part) => ({ default: part.TaskProofs })));

/** What a key or a link asks to begin with; each object is one asking. */
export type Wanted = { deed: Deed };

type PanelProps = {
  taskId: number;
  onClose: () => void;
  wanted?: Wanted | null;
  /** What it stands in has a title, edges and a way to close of its own. */
  framed?: boolean;
};

/** Everything about one task, beside a list or board. The words of `TASK_WORDS` have to stand above it. */
export function TaskPanel(props: PanelProps) {
  return <Panel key={props.taskId} {...props} />;
}

function Panel({ taskId, onClose, wanted, framed = false }: PanelProps) {
  const [t, ui] = [useWords("tasks"), useWords("ui")];
  const state = useTaskDetail(taskId);
  return (
    <section aria-label={t("panel")} className="@container relative flex min-h-0 flex-col bg-paper">
      <div
        className={classNames(
          "absolute z-10 flex items-center rounded bg-paper print:hidden",
          framed ? "top-0 right-0" : "top-2 right-4",
        )}
      >
        <Link
          aria-label={t("openPage")}
          className="inline-flex size-control items-center justify-center rounded hover:bg-sunken"
          href={`/tasks/${taskId}`}
        >
          <Icon name="external" />
        </Link>
        {framed ? null : (
          <IconButton label={ui("close")} onClick={onClose}>
            <Icon name="close" />
          </IconButton>
        )}
      </div>
      <div className={classNames("min-h-0 flex-1", !framed && "overflow-y-auto px-5 pt-4 pb-8")}>
        <Content level={2} state={state} wanted={wanted} />
      </div>
    </section>
  );
}

/** The same as a page of its own; `initial` came with the page. */
export function TaskPageBody({ initial }: { initial: TaskDetail }) {
  const state = useTaskDetail(initial.task.id, initial);
  const shell = useWords("shell");
  const locale = useLocale();
  const { today } = useOffice();
  return (
    <div className="@container">
      <p className="mb-2 hidden text-small print:block">
        {shell("asOf", { moment: sayDay(today, today, locale) })}
      </p>
      <Content bar level={1} state={state} />
    </div>
  );
}

type ContentProps = { state: DetailState; level: 1 | 2; bar?: boolean; wanted?: Wanted | null };

function Content({ state, level, bar = false, wanted }: ContentProps) {
  const { detail, task, problem } = state;
  if (problem === "gone") return <Gone />;
  if (!detail || !task) return problem ? <Failed onRetry={state.reload} /> : <Waiting />;
  return <Whole {...{ bar, detail, level, state, task, wanted }} />;
}

type WholeProps = ContentProps & { bar: boolean; detail: TaskDetail; task: DetailTask };

function Whole({ state, detail, task, level, bar, wanted }: WholeProps) {
  const [asked, setAsked] = useState<Asked | null>(null);
  useEffect(() => {
    if (bar) void loadCheckIn();
  }, [bar]);
  const ask = async (deed: Deed) => {
    // Nobody changes words that are not seen; the look is recorded like any other.
    if (deed !== "edit" || !detail.masked || (await state.reveal())) setAsked({ deed });
  };
  const latest = useRef(ask);
  latest.current = ask;
  useEffect(() => {
    if (wanted) void latest.current(wanted.deed);
  }, [wanted]);
  return (
    <>
      <Columns
        aside={
          <>
            <TaskFacts detail={detail} level={level} task={task} />
            <ProposeTask task={task} />
          </>
        }
      >
        <TaskHead detail={detail} level={level} task={task} />
        <TaskProgress history={detail.history} task={task} />
        <Suspense fallback={<Skeleton className="h-16" />}>
          <TaskProofs detail={detail} level={level} task={task} />
        </Suspense>
        <TaskActions bar={bar} onAsk={(deed) => void ask(deed)} task={task} />
        <SensitiveNotice detail={detail} onHide={state.hide} onReveal={state.reveal} task={task} />
        <TaskSupervision detail={detail} level={level} task={task} />
        {detail.masked ? null : (
          <TaskTabs
            detail={detail}
            onChanged={state.reload}
            onCorrect={(correcting) => setAsked({ deed: "checkIn", correcting })}
            task={task}
          />
        )}
      </Columns>
      {bar ? <CheckInBar onCheckIn={(wish) => setAsked({ deed: "checkIn", wish })} task={task} /> : null}
      <TaskDialogs asked={asked} detail={detail} onClose={() => setAsked(null)} task={task} />
    </>
  );
}

/** Side by side where there is room, one above the other where there is not. */
function Columns({ children, aside }: { children: ReactNode; aside: ReactNode }) {
  return (
    <div className="grid gap-x-10 gap-y-6 @4xl:grid-cols-[minmax(0,1fr)_19rem]">
      <div className="min-w-0 space-y-4">{children}</div>
      <div className="min-w-0 border-line border-t pt-4 @4xl:border-t-0 @4xl:border-l @4xl:pt-0 @4xl:pl-6">
        {aside}
      </div>
    </div>
  );
}

function Waiting() {
  return (
    <div className="space-y-4 pt-2">
      <Skeleton className="h-7" lines={2} />
      <Skeleton className="h-24" />
      <Skeleton lines={5} />
    </div>
  );
}

function Gone() {
  const t = useWords("tasks");
  return (
    <EmptyState action={<LinkButton href="/board">{t("gone.back")}</LinkButton>} title={t("gone.title")}>
      {t("gone.why")}
    </EmptyState>
  );
}

function Failed({ onRetry }: { onRetry: () => void }) {
  const t = useWords("tasks");
  return (
    <Banner
      action={
        <Button onClick={onRetry} size="sm">
          {t("failed.retry")}
        </Button>
      }
      tone="error"
    >
      {t("failed.title")}
    </Banner>
  );
}
