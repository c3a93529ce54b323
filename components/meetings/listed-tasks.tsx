import Link from "next/link";
import type { MeetingHead } from "@/lib/meetings/queries";
import type { ReviewTask } from "@/lib/meetings/review-queries";
import { type ListKey, listOf } from "@/lib/meetings/review-rules";
import { getWords } from "@/lib/words";
import { TaskTable } from "./task-table";

type Props = { list: ListKey; meeting: MeetingHead; tasks: readonly ReviewTask[] };

/** The tasks behind the number that was chosen in the head. */
export async function ListedTasks({ list, meeting, tasks }: Props) {
  const t = await getWords("meetings");
  const found = listOf(tasks, list);
  const title = t("listed.title", { list: t(`list.${list}`), count: found.length });
  return (
    <section className="scroll-mt-20" id="list">
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-2">
        <h2 className="text-heading">{title}</h2>
        <Link className="text-action text-ui hover:underline print:hidden" href={`/meetings/${meeting.id}`}>
          {t("listed.close")}
        </Link>
      </div>
      {found.length === 0 ? (
        <p className="text-muted">{t("none")}</p>
      ) : (
        <TaskTable caption={title} tasks={found} today={meeting.openedDay} />
      )}
    </section>
  );
}
