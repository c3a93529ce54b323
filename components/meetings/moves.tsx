import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import type { ChangeKind } from "@/lib/meetings/change-rules";
import type { ReviewChange } from "@/lib/meetings/review-queries";
import type { Words } from "@/lib/message-format";

type Props = { change: ReviewChange; kinds: readonly ChangeKind[]; t: Words; tasks: Words };

const TONES = {
  added: "action",
  closed: "green",
  reopened: "yellow",
  terminated: "red",
  suspended: "yellow",
} as const;
type Ending = keyof typeof TONES;
const isEnding = (kind: ChangeKind): kind is Ending => kind in TONES;

/** What changed, from what to what; an earlier value that no longer holds is struck through. */
export function Moves({ change, kinds, t, tasks }: Props) {
  const { status, progress, dueDay, owner } = change;
  const has = (kind: ChangeKind) => kinds.includes(kind);
  const statusOf = (value: string | null) => (value === null ? "" : tasks(`status.${value}`));
  return (
    <span className="tabular flex flex-wrap items-baseline gap-x-3 gap-y-1 text-muted">
      {kinds.filter(isEnding).map((kind) => (
        <Badge key={kind} tone={TONES[kind]}>
          {t(`change.${kind}`)}
        </Badge>
      ))}
      {has("moved") && status ? <Move from={statusOf(status.from)} to={statusOf(status.to)} /> : null}
      {has("progressed") && progress ? (
        <Move from={progress.from === null ? t("noProgress") : `${progress.from}%`} to={`${progress.to}%`} />
      ) : null}
      {has("dueMoved") && dueDay ? (
        <span>
          {t("column.due")} <s>{dueDay.from}</s> <strong className="text-ink">{dueDay.to}</strong>
        </span>
      ) : null}
      {has("ownerChanged") && owner ? <Move from={owner.from || t("nobody")} to={owner.to} /> : null}
      {has("writtenOff") ? <span>{t("changes.writtenOff", { count: change.gain.writtenOff })}</span> : null}
      {has("covered") ? <span>{t("changes.covered", { count: change.gain.covered })}</span> : null}
      {has("checkedIn") ? <span>{t("changes.checkIns", { count: change.checkIns.length })}</span> : null}
      {has("evidence") ? <span>{t("changes.files", { count: change.evidence.length })}</span> : null}
      {has("edited") ? (
        <span>
          {t("changes.edited", { fields: change.edited.map((field) => tasks(`field.${field}`)).join("、") })}
        </span>
      ) : null}
    </span>
  );
}

function Move({ from, to }: { from: ReactNode; to: ReactNode }) {
  return (
    <span className="whitespace-nowrap">
      {from} → <span className="text-ink">{to}</span>
    </span>
  );
}
