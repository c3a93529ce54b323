"use client";

import { useMemo } from "react";
import type { Selection } from "@/components/board/use-selection";
import { Button } from "@/components/ui/button";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import type { Entry } from "@/lib/ledgers/rules";
import { useWords } from "@/lib/words-client";
import { useDesk } from "./ledger-context";
import { useSteps } from "./use-steps";

/** What can be done with all selected entries at once; says how many there are and where they stand. */
export function BulkBar({ selection }: { selection: Selection<Entry> }) {
  const t = useWords("ledgers");
  const { ledger, view, ask, shown } = useDesk();
  const { reasonAgainst, stages } = useSteps();
  const chosen = selection.tasks;
  const tracks = useMemo(() => [...new Set(chosen.map(({ track }) => track))], [chosen]);
  if (chosen.length === 0) return null;
  const stopped = chosen.find((entry) => reasonAgainst(entry) !== null);
  const why = stopped ? t("bulk.stopped", { code: stopped.code, why: reasonAgainst(stopped) ?? "" }) : null;
  const change = ledger.closedOn !== null ? t("only.closed") : view.may.add ? null : t("only.change");
  const [track = null] = tracks;
  const items: MenuEntry[] = stages(track).map(({ key, name }) => ({
    label: name,
    onSelect: () =>
      ask({
        what: "move",
        entries: chosen.filter(({ stage }) => stage !== key),
        target: { stage: key, track },
      }),
  }));
  const mixed = tracks.length > 1 ? t("bulk.mixed") : null;
  return (
    <div
      className="risen fixed inset-x-0 bottom-18 z-30 mx-auto flex w-fit max-w-[94%] flex-wrap items-center gap-x-3 gap-y-2 rounded border border-line bg-paper px-4 py-2 shadow md:bottom-4 print:hidden"
      role="status"
    >
      <span className="font-semibold">{t("bulk.count", { count: chosen.length })}</span>
      <span className="tabular flex flex-wrap gap-x-3 text-muted">
        {ledger.stages
          .map(({ key, name }) => ({ name, count: chosen.filter(({ stage }) => stage === key).length }))
          .filter(({ count }) => count > 0)
          .map(({ name, count }) => (
            <span key={name}>
              {name} {count}
            </span>
          ))}
      </span>
      {chosen.length < shown.length ? (
        <Button onClick={() => selection.take(shown)} size="sm" variant="quiet">
          {t("bulk.all", { count: shown.length })}
        </Button>
      ) : null}
      <Menu
        items={items}
        label={t("bulk.move")}
        trigger={(props) => (
          <Button {...props} reason={why ?? mixed} size="sm" variant="primary">
            {t("bulk.move")}
          </Button>
        )}
      />
      <Button onClick={() => ask({ what: "assignMany", entries: chosen })} reason={change} size="sm">
        {t("bulk.assign")}
      </Button>
      <Button onClick={() => ask({ what: "removeMany", entries: chosen })} reason={change} size="sm">
        {t("bulk.remove")}
      </Button>
      <Button onClick={selection.clear} size="sm" variant="quiet">
        {t("bulk.clear")}
      </Button>
    </div>
  );
}
