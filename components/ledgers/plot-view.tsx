"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Chip, Chips } from "@/components/ui/chip";
import { Icon } from "@/components/ui/icons";
import { Menu } from "@/components/ui/menu";
import type { Entry } from "@/lib/ledgers/rules";
import { useWords } from "@/lib/words-client";
import { useDesk } from "./ledger-context";
import { PlotGrid } from "./plot-grid";
import { PlotLegend } from "./plot-legend";
import { PlotPicture } from "./plot-picture";
import { Unplaced } from "./plot-unplaced";
import { usePlacing, usePlot } from "./use-plot";

/** The entries where they stand on a picture, or as a plain grid where there is none. */
export function PlotView() {
  const { view, state, ledger } = useDesk();
  const plot = usePlot();
  const place = usePlacing();
  const [held, hold] = useState<Entry | null>(null);
  const mayPlace = view.may.plot && ledger.closedOn === null;
  // What is held may have been changed elsewhere meanwhile.
  const holding = state.byId.get(held?.id ?? 0) ?? null;
  return (
    <div className="flex flex-col gap-3">
      <PlotBar />
      <PlotLegend />
      {plot ? (
        <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_14rem]">
          <PlotPicture
            held={holding}
            key={plot.id}
            mayPlace={mayPlace}
            onPlace={(entry, at) => {
              hold(null);
              void place(entry, at ? plot.id : null, at);
            }}
            onRelease={() => hold(null)}
            plot={plot}
          />
          <Unplaced
            held={holding}
            mayPlace={mayPlace}
            onCentre={(entry) => void place(entry, plot.id, { x: 0.5, y: 0.5 })}
            onHold={hold}
          />
        </div>
      ) : (
        <PlotGrid />
      )}
    </div>
  );
}

function PlotBar() {
  const t = useWords("ledgers");
  const { view, change, ask, ledger } = useDesk();
  const plot = usePlot();
  const why = ledger.closedOn !== null ? t("only.closed") : view.may.plot ? null : t("only.plot");
  return (
    <div className="flex flex-wrap items-center gap-2">
      {view.plots.length > 0 ? (
        <Chips label={t("plot.pictures")}>
          {view.plots.map(({ id, name }) => (
            <Chip key={id} onToggle={() => change({ plotId: id })} selected={plot?.id === id}>
              {name}
            </Chip>
          ))}
          <Chip onToggle={() => change({ plotId: 0 })} selected={plot === null}>
            {t("plot.grid")}
          </Chip>
        </Chips>
      ) : (
        <p className="text-muted">{t("plot.noPicture")}</p>
      )}
      <Button icon={<Icon name="plus" />} onClick={() => ask({ what: "addPlot" })} reason={why} size="sm">
        {t("plot.add")}
      </Button>
      {plot ? (
        <Menu
          items={[
            {
              label: t("plot.rename"),
              reason: why,
              onSelect: () => ask({ what: "renamePlot", plotId: plot.id }),
            },
            {
              label: t("plot.remove"),
              danger: true,
              reason: why,
              onSelect: () => ask({ what: "removePlot", plotId: plot.id }),
            },
          ]}
          label={t("plot.menu", { name: plot.name })}
          trigger={(props) => (
            <Button {...props} icon={<Icon name="more" />} size="sm" variant="quiet">
              {t("menu.more")}
            </Button>
          )}
        />
      ) : null}
    </div>
  );
}
