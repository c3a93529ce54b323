import { Lamp } from "@/components/ui/lamp";
import { sayDay } from "@/lib/calendar/rules";
import type { Review } from "@/lib/meetings/review-queries";
import { getLocale, getWords } from "@/lib/words";
import { TaskTable } from "./task-table";

const KINDS = ["red", "yellow", "unreported"] as const;

/** What must be talked about: red, yellow, and what nobody reported on. */
export async function Exceptions({ review }: { review: Review }) {
  const [t, locale] = await Promise.all([getWords("meetings"), getLocale()]);
  const { meeting, exceptions, window } = review;
  const today = meeting.openedDay;
  const say = (day: string) => sayDay(day, today, locale);
  return KINDS.map((kind) => {
    const tasks = exceptions[kind];
    const title = t(`exceptions.${kind}`, { count: tasks.length });
    return (
      <section key={kind}>
        <h2 className="mb-2 flex items-center gap-2 text-heading">
          {kind === "unreported" ? null : <Lamp light={kind} />}
          {title}
          {kind === "unreported" ? (
            <span className="font-normal text-muted text-ui">
              {t("exceptions.window", { from: say(window.from), to: say(window.to) })}
            </span>
          ) : null}
        </h2>
        {tasks.length === 0 ? (
          <p className="text-muted">{t("none")}</p>
        ) : (
          <TaskTable caption={title} tasks={tasks} today={today} />
        )}
      </section>
    );
  });
}
