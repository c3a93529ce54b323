import { addDays, type Day } from "@/lib/calendar/rules";
import type { Review, ReviewTask } from "@/lib/meetings/review-queries";
import type { ListKey } from "@/lib/meetings/review-rules";
import { CompareWith } from "./compare-with";
import { Exceptions } from "./exceptions";
import { ListedTasks } from "./listed-tasks";
import { SectionChanges } from "./section-changes";

type Props = {
  review: Review;
  tasks: readonly ReviewTask[];
  list: ListKey | null;
  /** The day that was asked for instead of the meeting's own. */
  since: Day | undefined;
  today: Day;
};

/** How things stood when the meeting was opened, and what happened before. */
export function ReviewParts({ review, tasks, list, since, today }: Props) {
  const { meeting } = review;
  return (
    <div className="flex min-w-0 flex-col gap-8">
      {list ? <ListedTasks list={list} meeting={meeting} tasks={tasks} /> : null}
      <Exceptions review={review} />
      <SectionChanges
        actions={
          <CompareWith
            {...{ meetingId: meeting.id, openedDay: meeting.openedDay, since: since ?? null, today }}
            before={meeting.since?.heldOn ?? addDays(meeting.sinceDay, -1)}
          />
        }
        review={review}
      />
    </div>
  );
}
