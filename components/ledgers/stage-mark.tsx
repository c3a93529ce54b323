import { StatusMark, type StatusShape } from "@/components/ui/status-mark";
import { type Entry, isOverdue, type Stage } from "@/lib/ledgers/rules";

type Props = { entry: Entry; stages: readonly Stage[]; today: string };

/** Where an entry stands: shape, word and colour; what is past its deadline has a shape of its own. */
export function StageMark({ entry, stages, today }: Props) {
  const place = stages.findIndex(({ key }) => key === entry.stage);
  const stage = stages[place];
  return <StatusMark label={stage?.name ?? entry.stage} shape={shapeOf(entry, place, stage, today)} />;
}

function shapeOf(entry: Entry, place: number, stage: Stage | undefined, today: string): StatusShape {
  if (entry.removedOn !== null) return "terminated";
  if (stage?.writtenOff) return "done";
  if (isOverdue(entry, today)) return "overdue";
  return place <= 0 ? "notStarted" : "inProgress";
}
