import Link from "next/link";
import { Lamp } from "@/components/ui/lamp";
import { type Day, sayDay } from "@/lib/calendar/rules";
import { kindsOf, type Said } from "@/lib/meetings/change-rules";
import type { ReviewChange } from "@/lib/meetings/review-queries";
import type { Words } from "@/lib/message-format";
import { getLocale, getWords } from "@/lib/words";
import { Disclosure } from "./disclosure";
import { Moves } from "./moves";

/** One task with what became of it; opened, it quotes what was written meanwhile. */
export async function ChangeRow({ change, today }: { change: ReviewChange; today: Day }) {
  const [t, tasks, locale] = await Promise.all([getWords("meetings"), getWords("tasks"), getLocale()]);
  const { task } = change;
  const say = (day: Day) => sayDay(day, today, locale);
  return (
    <li className="border-line border-b last:border-b-0">
      <Disclosure
        head={
          <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3 gap-y-1">
            <span className="flex min-w-0 items-baseline gap-2 lg:w-[26em]">
              <span className="self-center">
                <Lamp light={task.light.light} size="sm" />
              </span>
              <span className="tabular text-muted">{task.code}</span>
              <span className="font-semibold">{task.title}</span>
            </span>
            <Moves change={change} kinds={kindsOf(change)} t={t} tasks={tasks} />
          </span>
        }
        label={t("changes.open", { code: task.code })}
      >
        <div className="flex flex-col gap-3 pb-3 pl-8 print:gap-1 print:pb-1">
          {change.told.map((one) => (
            <p key={`${one.day}${one.kind}${one.reason}`}>
              <span className="text-muted">
                {say(one.day)} {toldAs(one.kind, tasks)}：
              </span>
              {one.reason}
            </p>
          ))}
          {change.checkIns.map((said) => (
            <Quote key={said.id} said={said} say={say} t={t} />
          ))}
          {change.evidence.length > 0 ? (
            <p>
              <span className="text-muted">{t("said.evidence")}</span>
              {change.evidence.join("、")}
            </p>
          ) : null}
          <Link className="text-action hover:underline print:hidden" href={`/tasks/${task.id}`}>
            {t("changes.openTask")}
          </Link>
        </div>
      </Disclosure>
    </li>
  );
}

function toldAs(kind: string, tasks: Words): string {
  return tasks.has(`history.event.${kind}`) ? tasks(`history.event.${kind}`) : tasks("history.event.other");
}

const PARTS = ["done", "problem", "next", "help"] as const;

function Quote({ said, say, t }: { said: Said; say: (day: Day) => string; t: Words }) {
  return (
    <blockquote className="border-line border-l-2 pl-3">
      <p className="text-muted text-small">
        {say(said.day)} {said.author}
        {said.progress === null ? "" : ` · ${said.progress}%`}
        {said.replaced ? ` · ${t("said.replaced")}` : ""}
      </p>
      {PARTS.filter((part) => said[part]).map((part) => (
        <p
          className={
            said.replaced
              ? "measure whitespace-pre-wrap text-muted line-through"
              : "measure whitespace-pre-wrap"
          }
          key={part}
        >
          <span className="text-muted">{t(`said.${part}`)}</span>
          {said[part]}
        </p>
      ))}
    </blockquote>
  );
}
