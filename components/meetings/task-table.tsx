import Link from "next/link";
import { Lamp } from "@/components/ui/lamp";
import { ProgressBar } from "@/components/ui/progress-bar";
import { Table, Td, Th } from "@/components/ui/table";
import type { Day } from "@/lib/calendar/rules";
import { sayLight } from "@/lib/lights/say-light";
import type { ReviewTask } from "@/lib/meetings/review-queries";
import type { Locale, Words } from "@/lib/message-format";
import { getLocale, getWords } from "@/lib/words";
import { DueDay } from "./due-day";

type Props = { caption: string; tasks: readonly ReviewTask[]; today: Day };

/** Tasks as they stood that day, each with the reason for its lamp and what its owner last said. */
export async function TaskTable({ caption, tasks, today }: Props) {
  const locale = await getLocale();
  const [t, words, lights] = await Promise.all([getWords("meetings"), getWords("tasks"), getWords("lights")]);
  return (
    <Table caption={caption}>
      <thead className="max-md:sr-only print:not-sr-only">
        <tr>
          <Th>{t("column.task")}</Th>
          <Th className="hidden w-[13em] md:table-cell print:table-cell">{t("column.owner")}</Th>
          <Th className="hidden w-[7em] md:table-cell print:table-cell">{t("column.due")}</Th>
          <Th className="hidden w-[7em] md:table-cell print:table-cell">{t("column.progress")}</Th>
          <Th className="hidden w-[30%] md:table-cell print:table-cell">{t("column.state")}</Th>
        </tr>
      </thead>
      <tbody>
        {tasks.map((task) => (
          <TaskRow key={task.id} {...{ lights, locale, t, task, today }} tasks={words} />
        ))}
      </tbody>
    </Table>
  );
}

type RowProps = { task: ReviewTask; today: Day; t: Words; tasks: Words; lights: Words; locale: Locale };

function TaskRow({ task, today, t, tasks, lights, locale }: RowProps) {
  const why = sayLight(task.light, lights, locale, today);
  const state = <State t={t} task={task} why={why} />;
  return (
    <tr>
      <Td>
        <span className="flex gap-2">
          <span className="mt-0.5">
            <Lamp light={task.light.light} />
          </span>
          <span className="min-w-0">
            <Link className="hover:underline" href={`/tasks/${task.id}`}>
              <span className="tabular mr-2 text-muted">{task.code}</span>
              <span className="font-semibold">{task.title}</span>
            </Link>
            <span className="mt-1 flex flex-col gap-1 text-muted md:hidden print:hidden">
              <span>{task.owner || task.unit}</span>
              <span className="flex items-center gap-3">
                <DueDay {...{ locale, task, tasks, today }} />
                <Progress t={t} task={task} />
              </span>
              {state}
            </span>
          </span>
        </span>
      </Td>
      <Td className="hidden md:table-cell print:table-cell">{task.owner || task.unit}</Td>
      <Td className="hidden md:table-cell print:table-cell">
        <DueDay {...{ locale, task, tasks, today }} />
      </Td>
      <Td className="hidden md:table-cell print:table-cell">
        <Progress t={t} task={task} />
      </Td>
      <Td className="hidden md:table-cell print:table-cell">{state}</Td>
    </tr>
  );
}

function Progress({ task, t }: { task: ReviewTask; t: Words }) {
  if (task.progress === null) return <span className="text-muted">{t("noProgress")}</span>;
  const label = t("progressOf", { percent: task.progress, planned: task.planned });
  return (
    <span className="inline-flex min-w-16 flex-col gap-1">
      <span className="tabular">{task.progress}%</span>
      <ProgressBar expected={task.planned / 100} label={label} value={task.progress / 100} />
    </span>
  );
}

function State({ task, why, t }: { task: ReviewTask; why: string; t: Words }) {
  const { voice } = task;
  return (
    <span className="flex flex-col gap-1">
      <span>{why}</span>
      {voice?.problem ? <Quote label={t("said.problem")} text={voice.problem} /> : null}
      {voice?.help ? <Quote label={t("said.help")} text={voice.help} /> : null}
    </span>
  );
}

function Quote({ label, text }: { label: string; text: string }) {
  return (
    <span className="text-muted">
      {label}
      {text}
    </span>
  );
}
