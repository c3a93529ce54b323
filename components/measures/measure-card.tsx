"use client";

import { useOffice } from "@/components/data/office";
import { ProofLine } from "@/components/tasks/proof-line";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Icon } from "@/components/ui/icons";
import { Menu } from "@/components/ui/menu";
import { mayOnTask } from "@/lib/auth/permissions";
import { sayDay } from "@/lib/calendar/rules";
import type { Held } from "@/lib/measures/history-rules";
import type { Measure } from "@/lib/measures/queries";
import { refusalOfDefining } from "@/lib/measures/rules";
import type { Part } from "@/lib/standings/rules";
import type { DetailTask } from "@/lib/tasks/detail";
import { useLocale, useWords } from "@/lib/words-client";
import { MeasureCourse } from "./measure-course";
import type { MeasureDeed } from "./measure-section";
import { Readings } from "./readings";
import { useSayMeasure } from "./say-measure";

type Props = {
  measure: Measure;
  held: readonly Held[];
  values: ReadonlyMap<number, number | null>;
  part: Part;
  parts: readonly Part[];
  task: DetailTask;
  /** Whether the course is in sight at once. */
  open: boolean;
  onAsk: (asked: MeasureDeed) => void;
  onReady: () => void;
};

/** One measure: where it stands, where it should be, last year's figure, its course and every reading. */
export function MeasureCard({ measure, held, values, part, parts, task, open, onAsk, onReady }: Props) {
  const say = useSayMeasure(measure, values, held);
  return (
    <div className="space-y-1">
      <ProofLine
        actions={<Actions measure={measure} onAsk={onAsk} onReady={onReady} task={task} />}
        part={part}
        parts={parts}
        said={say.goal}
        task={task}
        title={measure.name}
      />
      {part.broken ? <Broken broken={part.broken} /> : null}
      <p className="tabular flex flex-wrap items-baseline gap-x-3 text-ui">
        {measure.direction === "zero" && part.broken === null ? <span>{say.unbroken}</span> : null}
        {measure.direction === "zero" ? null : <span className="font-semibold">{say.value}</span>}
        {say.lastYear ? <span className="text-muted text-small">{say.lastYear}</span> : null}
        {say.source ? <span className="text-muted text-small">{say.source}</span> : null}
      </p>
      <MeasureCourse held={held} measure={measure} open={open} part={part} task={task} />
      <Readings measure={measure} onAsk={onAsk} task={task} />
    </div>
  );
}

function Broken({ broken: { on, name } }: { broken: { on: string; name: string } }) {
  const t = useWords("proofs");
  const locale = useLocale();
  const { today } = useOffice();
  return (
    <p className="flex flex-wrap items-baseline gap-2">
      <Badge tone="red">{t("measure.brokenBadge")}</Badge>
      <span className="font-semibold">{t("measure.broken", { day: sayDay(on, today, locale), name })}</span>
    </p>
  );
}

type ActionsProps = Pick<Props, "measure" | "task" | "onAsk" | "onReady">;

function Actions({ measure, task, onAsk, onReady }: ActionsProps) {
  const [t, refusals] = [useWords("proofs"), useWords("refusals")];
  const { actor } = useOffice();
  const { id, name } = measure;
  const computed = measure.formula !== null || measure.feed !== null;
  const locked = refusalOfDefining(task);
  const reason = locked && refusals(locked);
  return (
    <span className="flex items-center gap-1 print:hidden">
      {mayOnTask(actor, "reading.add", task) && !computed ? (
        <Button
          aria-label={t("reading.addOf", { name })}
          onClick={() => onAsk({ deed: "read", id })}
          onPointerEnter={onReady}
          reason={task.status === "inProgress" ? null : refusals("notInProgress")}
          size="sm"
        >
          {t(measure.direction === "zero" ? "reading.addEvent" : "reading.add")}
        </Button>
      ) : null}
      {mayOnTask(actor, "measure.define", task) ? (
        <Menu
          items={[
            { label: t("edit"), onSelect: () => onAsk({ deed: "edit", id }), reason },
            { label: t("remove"), onSelect: () => onAsk({ deed: "remove", id }), reason, danger: true },
          ]}
          label={t("moreOf", { name })}
          trigger={(props) => (
            <IconButton label={t("moreOf", { name })} size="sm" {...props}>
              <Icon name="more" />
            </IconButton>
          )}
        />
      ) : null}
    </span>
  );
}
