"use client";

import { useState } from "react";
import { Button, LinkButton } from "@/components/ui/button";
import { Chip, Chips } from "@/components/ui/chip";
import { Icon } from "@/components/ui/icons";
import { Select } from "@/components/ui/select";
import { StatusMark } from "@/components/ui/status-mark";
import { TextInput } from "@/components/ui/text-input";
import type { Matrix } from "@/lib/coverage/matrix-rules";
import { sayRatio } from "@/lib/house-style";
import { useWords } from "@/lib/words-client";
import { CloseDialog } from "./close-dialog";
import { DutyForm } from "./duty-form";
import { type MatrixFilter, type MatrixView, SHOWS } from "./matrix-view-rules";

type Props = {
  matrix: Matrix;
  view: MatrixView;
  filter: MatrixFilter;
  change: (patch: Partial<MatrixFilter>) => void;
};

/** Figures of what is shown, the filter, and what can be done with the duty. */
export function MatrixBar(props: Props) {
  const { matrix, view, filter, change } = props;
  const [t, ui] = [useWords("coverage"), useWords("ui")];
  const { duty, years, year } = matrix;
  return (
    <div className="mb-3 flex flex-col gap-3">
      <Figures matrix={matrix} view={view} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden">
        <Chips label={t("matrix.views")}>
          <Chip onToggle={() => change({ view: "matrix" })} selected={filter.view === "matrix"}>
            {t("matrix.view")}
          </Chip>
          <Chip onToggle={() => change({ view: "missed" })} selected={filter.view === "missed"}>
            {t("missed.title")}
          </Chip>
        </Chips>
        {years.length > 1 ? (
          <nav aria-label={t("matrix.years")} className="flex gap-1">
            {years.map((one) => (
              <LinkButton
                aria-current={one === year ? "page" : undefined}
                href={`/coverage/${duty.id}?year=${one}`}
                key={one}
                size="sm"
                variant={one === year ? "plain" : "quiet"}
              >
                {t("matrix.year", { year: one })}
              </LinkButton>
            ))}
          </nav>
        ) : null}
        <span className="ml-auto flex flex-wrap gap-2">
          {matrix.rights.define && duty.closedOn === null ? <DutyDeeds duty={duty} /> : null}
          <LinkButton
            href={`/papers/coverage?id=${duty.id}&year=${matrix.year}`}
            icon={<Icon name="paper" />}
            prefetch={false}
            size="sm"
          >
            {ui("takeOut")}
          </LinkButton>
          <Button icon={<Icon name="print" />} onClick={() => window.print()} size="sm">
            {t("matrix.print")}
          </Button>
        </span>
      </div>
      <Filter {...props} />
    </div>
  );
}

function Figures({ matrix, view: { all } }: Pick<Props, "matrix" | "view">) {
  const t = useWords("coverage");
  const { duty, register } = matrix;
  const ended = all.met + all.missed;
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-2">
      <div>
        <dt className="text-muted text-small">{t("duties.asks")}</dt>
        <dd>
          {register.name} · {t(`every.${duty.every}`, { n: duty.times })}
        </dd>
      </div>
      <div>
        <dt className="text-muted text-small">{t("matrix.metOwed")}</dt>
        <dd className="tabular">
          {all.met}/{all.owed} {all.owed > 0 ? sayRatio(all.met / all.owed) : ""}
        </dd>
      </div>
      {(["met", "missed", "open"] as const).map((state) => (
        <div key={state}>
          <dt className="text-muted text-small">
            <StatusMark
              label={t(`state.${state}`)}
              shape={state === "met" ? "done" : state === "missed" ? "overdue" : "notStarted"}
            />
          </dt>
          <dd className="tabular">
            {all[state]}
            {state === "missed" && ended > 0 ? ` (${sayRatio(all.missed / ended)})` : ""}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Filter({ matrix, filter, change }: Props) {
  const t = useWords("coverage");
  const mine = matrix.objects.filter(({ close }) => close > 0).length;
  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden">
      <div className="min-w-36 max-w-52 flex-1">
        <TextInput
          hideLabel
          label={t("matrix.search")}
          onChange={(event) => change({ text: event.target.value })}
          placeholder={t("matrix.search")}
          type="search"
          value={filter.text}
        />
      </div>
      <div className="min-w-36 max-w-52 flex-1">
        <Select
          hideLabel
          label={t("register.unit")}
          onChange={(event) => change({ unitId: Number(event.target.value) || null })}
          options={Object.entries(matrix.units).map(([value, label]) => ({ value, label }))}
          placeholder={t("matrix.allUnits")}
          value={filter.unitId === null ? "" : String(filter.unitId)}
        />
      </div>
      <Chips label={t("matrix.states")}>
        {SHOWS.map((show) => (
          <Chip key={show} onToggle={() => change({ show })} selected={filter.show === show}>
            {t(`matrix.show.${show}`)}
          </Chip>
        ))}
      </Chips>
      {mine > 0 ? (
        <Chip count={mine} onToggle={() => change({ mine: !filter.mine })} selected={filter.mine}>
          {t("matrix.mine")}
        </Chip>
      ) : null}
    </div>
  );
}

function DutyDeeds({ duty }: { duty: Matrix["duty"] }) {
  const t = useWords("coverage");
  const [asked, setAsked] = useState<"change" | "close" | null>(null);
  return (
    <>
      <Button onClick={() => setAsked("change")} size="sm">
        {t("duty.change")}
      </Button>
      <Button onClick={() => setAsked("close")} size="sm">
        {t("duty.close")}
      </Button>
      {asked === "change" ? <DutyForm duty={duty} onClose={() => setAsked(null)} /> : null}
      {asked === "close" ? <CloseDialog of={duty} onClose={() => setAsked(null)} what="duty" /> : null}
    </>
  );
}
