"use client";

import { useMemo } from "react";
import { useKeys } from "@/components/palette/use-keys";
import { Button } from "@/components/ui/button";
import { Chip, Chips } from "@/components/ui/chip";
import { Icon } from "@/components/ui/icons";
import { Select } from "@/components/ui/select";
import { Tabs } from "@/components/ui/tabs";
import { hasConditions, only, VIEWS } from "@/lib/ledgers/filter-rules";
import { isMine } from "@/lib/ledgers/match-rules";
import { isOverdue } from "@/lib/ledgers/rules";
import { useWords } from "@/lib/words-client";
import { useDesk } from "./ledger-context";
import { LedgerMenu } from "./ledger-menu";
import { useConditions } from "./use-conditions";

/** Which view, narrowed by what; and what can be done with the ledger as a whole. */
export function FilterBar({ narrow }: { narrow: boolean }) {
  const t = useWords("ledgers");
  const { filter, change, shown } = useDesk();
  return (
    <div className="mt-4 flex flex-col gap-2">
      <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
        <span className="min-w-0 flex-1">
          <Tabs
            group="ledger"
            label={t("views")}
            onChange={(view) => change({ view })}
            tabs={VIEWS.map((key) => ({ key, label: t(`view.${key}`) }))}
            value={filter.view}
          />
        </span>
        <LedgerMenu narrow={narrow} />
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <SearchBox />
        <QuickChips narrow={narrow} />
        <Pickers narrow={narrow} />
        {hasConditions(filter) ? (
          <Button onClick={() => change(only(filter, { entryId: filter.entryId }))} size="sm" variant="quiet">
            {t("filter.reset")}
          </Button>
        ) : null}
        <span className="tabular ml-auto text-muted text-small" role="status">
          {t("filter.count", { count: shown.length })}
        </span>
      </div>
      <Chosen />
    </div>
  );
}

function SearchBox() {
  const t = useWords("ledgers");
  const { filter, change } = useDesk();
  useKeys(({ key, alt }) => {
    if (key !== "/" || alt) return false;
    document.querySelector<HTMLElement>("[data-ledger-search]")?.focus();
    return true;
  });
  return (
    <span className="relative flex w-52 min-w-0 items-center max-md:min-w-44 max-md:flex-1">
      <span className="pointer-events-none absolute left-2 text-muted">
        <Icon name="search" size={14} />
      </span>
      <input
        aria-label={t("search.label")}
        className="control pl-7"
        data-ledger-search
        onChange={(event) => change({ text: event.target.value })}
        onKeyDown={(event) => {
          if (!["Escape", "Enter", "ArrowDown"].includes(event.key) || event.nativeEvent.isComposing) return;
          event.preventDefault();
          document.querySelector<HTMLElement>('[data-entry-id][tabindex="0"]')?.focus();
        }}
        placeholder={t("search.hint")}
        type="search"
        value={filter.text}
      />
    </span>
  );
}

function QuickChips({ narrow }: { narrow: boolean }) {
  const t = useWords("ledgers");
  const { filter, change, state, today, setting } = useDesk();
  const here = useMemo(() => state.entries.filter(({ removedOn }) => removedOn === null), [state.entries]);
  const removed = state.entries.length - here.length;
  const [overdue, mine] = useMemo(
    () => [
      here.filter((entry) => isOverdue(entry, today)).length,
      here.filter((entry) => isMine(entry, setting.person)).length,
    ],
    [here, today, setting.person],
  );
  return (
    <Chips label={t("filter.quick")}>
      <Chip count={mine} onToggle={() => change({ mine: !filter.mine })} selected={filter.mine}>
        {t("figures.mine")}
      </Chip>
      {/* On a phone the figure in the head does the same. */}
      {narrow && !filter.overdue ? null : (
        <Chip count={overdue} onToggle={() => change({ overdue: !filter.overdue })} selected={filter.overdue}>
          {t("figures.overdue")}
        </Chip>
      )}
      {removed > 0 || filter.removed ? (
        <Chip count={removed} onToggle={() => change({ removed: !filter.removed })} selected={filter.removed}>
          {t("filter.removed")}
        </Chip>
      ) : null}
    </Chips>
  );
}

function Pickers({ narrow }: { narrow: boolean }) {
  const t = useWords("ledgers");
  const { filter, change, ledger, state, view } = useDesk();
  const units = useMemo(() => {
    const named = new Set(state.entries.map(({ unitId }) => unitId ?? 0));
    return [...named].map((id) => ({
      value: String(id),
      label: id === 0 ? t("noUnit") : (view.unitNames[id] ?? ""),
    }));
  }, [state.entries, view.unitNames, t]);
  const tracks = ledger.tracks.map(({ key, name }) => ({ value: key, label: name }));
  return (
    <>
      {tracks.length > 0 ? (
        <span className="w-36">
          <Select
            hideLabel
            label={t("column.track")}
            onChange={(event) => change({ track: event.target.value || null })}
            options={tracks}
            placeholder={t("filter.allTracks")}
            value={filter.track ?? ""}
          />
        </span>
      ) : null}
      {units.length > 1 && !narrow ? (
        <span className="w-44">
          <Select
            hideLabel
            label={t("column.unit")}
            onChange={(event) =>
              change({ unit: event.target.value === "" ? null : Number(event.target.value) })
            }
            options={units}
            placeholder={t("filter.allUnits")}
            value={filter.unit === null ? "" : String(filter.unit)}
          />
        </span>
      ) : null}
    </>
  );
}

/** What a figure asked for and no control above shows, to be taken away. */
function Chosen() {
  const t = useWords("ledgers");
  const { change } = useDesk();
  const conditions = useConditions().filter(({ own }) => !own);
  if (conditions.length === 0) return null;
  return (
    <Chips label={t("filter.chosen")}>
      {conditions.map(({ words, without }) => (
        <Chip key={words} onRemove={() => change(without)}>
          {words}
        </Chip>
      ))}
    </Chips>
  );
}
