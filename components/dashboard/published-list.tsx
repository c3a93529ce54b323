"use client";

import { useChange } from "@/components/data/use-change";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { notify } from "@/components/ui/toast-queue";
import type { PublishableSection } from "@/lib/dashboard/public-queries";
import { useWords } from "@/lib/words-client";

/** The open tasks by section; a tick publishes at once, and can be taken back. */
export function PublishedList({ sections }: { sections: readonly PublishableSection[] }) {
  const t = useWords("publicPage");
  const { change, pending } = useChange<{ taskIds: number[] }>("task.publish");
  const mark = async (taskIds: number[], published: boolean, undone = false) => {
    if (taskIds.length === 0) return;
    const done = await change({ taskIds, published });
    if (!done || undone) return;
    const text = t(published ? "choose.put" : "choose.taken", { count: done.taskIds.length });
    notify({ text, undo: () => void mark(done.taskIds, !published, true) });
  };
  const tasks = sections.flatMap((section) => section.tasks);
  const count = tasks.filter(({ published }) => published).length;
  return (
    <>
      <p className="mb-4" role="status">
        {t("choose.count", { count, total: tasks.length })}
      </p>
      {sections.map((section) => (
        <SectionTasks key={section.id} mark={mark} pending={pending} section={section} />
      ))}
    </>
  );
}

type Props = {
  section: PublishableSection;
  pending: boolean;
  mark: (taskIds: number[], published: boolean) => void;
};

function SectionTasks({ section, pending, mark }: Props) {
  const t = useWords("publicPage");
  const { tasks } = section;
  const name = `${section.code} ${section.title}`;
  const ids = (published: boolean) =>
    tasks.filter((task) => task.published === published).map(({ id }) => id);
  const [off, on] = [ids(false), ids(true)];
  return (
    <section aria-labelledby={`section-${section.id}`} className="mb-6">
      <div className="mb-1 flex flex-wrap items-center justify-between gap-2 border-line border-b pb-1">
        <h2 className="text-heading" id={`section-${section.id}`}>
          {t("choose.section", { section: name, count: on.length })}
        </h2>
        <span className="flex gap-2">
          {off.length > 0 ? (
            <Button
              aria-label={t("choose.all", { section: name })}
              busy={pending}
              onClick={() => mark(off, true)}
              size="sm"
            >
              {t("choose.allShort")}
            </Button>
          ) : null}
          {on.length > 0 ? (
            <Button
              aria-label={t("choose.none", { section: name })}
              busy={pending}
              onClick={() => mark(on, false)}
              size="sm"
              variant="quiet"
            >
              {t("choose.noneShort")}
            </Button>
          ) : null}
        </span>
      </div>
      <ul className="grid gap-x-8 lg:grid-cols-2">
        {tasks.map((task) => (
          <li key={task.id}>
            <Checkbox
              checked={task.published}
              label={`${task.code} ${task.title}`}
              onChange={() => mark([task.id], !task.published)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
