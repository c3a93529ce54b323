"use client";

import { Badge } from "@/components/ui/badge";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import { Icon } from "@/components/ui/icons";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import { useWords } from "@/lib/words-client";
import { InlineName } from "./inline-name";
import { placeAfter, type UnitRow } from "./tree-rules";
import type { LineProps } from "./tree-table";

/** A unit of the tree. */
export function UnitLine(props: LineProps<UnitRow>) {
  const { row, rights, active, editing, deeds, onFold, onFocus, onEdit } = props;
  const t = useWords("organisation");
  const { unit, level, folded, hasParts } = row;
  return (
    <tr
      aria-expanded={hasParts ? !folded : undefined}
      aria-level={level}
      className="border-line border-b bg-ground -outline-offset-2"
      data-row={row.key}
      onFocus={onFocus}
      tabIndex={active ? 0 : -1}
    >
      <td className="px-3 py-cell">
        <span
          className="flex flex-wrap items-center gap-2 [--step:12px] md:[--step:20px]"
          style={{ paddingLeft: `calc(${level - 1} * var(--step))` }}
        >
          <button
            aria-label={t(folded ? "unfold" : "fold", { name: unit.name })}
            className={classNames(
              "flex size-6 items-center justify-center text-muted print:hidden",
              !hasParts && "invisible",
            )}
            onClick={() => onFold(unit.id, !folded)}
            tabIndex={-1}
            type="button"
          >
            <Icon name={folded ? "right" : "down"} />
          </button>
          {editing ? (
            <InlineName
              label={t("rename.unit")}
              onDone={() => onEdit(false)}
              rename={deeds.rename}
              row={row}
            />
          ) : (
            <>
              <span className={classNames("font-semibold", unit.closedOn && "text-muted line-through")}>
                {unit.name}
              </span>
              {isTelling(unit.shortName, unit.name, t(`kind.${unit.kind}`)) ? (
                <span className="text-muted text-small">{unit.shortName}</span>
              ) : null}
              <Badge>{t(`kind.${unit.kind}`)}</Badge>
              {unit.closedOn ? (
                <span className="text-muted text-small">{t("closedOn", { day: unit.closedOn })}</span>
              ) : null}
            </>
          )}
        </span>
      </td>
      <td className="hidden md:table-cell print:table-cell" />
      <td className="hidden md:table-cell print:table-cell" />
      {rights.work ? <td className="hidden sm:table-cell print:table-cell" /> : null}
      <td className="w-12 px-1 text-right print:hidden">
        {rights.units && unit.closedOn === null ? <UnitMenu {...props} /> : null}
      </td>
    </tr>
  );
}

/** A short name is worth its place when it says something that the name and the kind do not. */
function isTelling(shortName: string, ...said: string[]): boolean {
  return shortName !== "" && !said.includes(shortName);
}

function UnitMenu({ row, organisation, deeds, onAsk, onEdit }: LineProps<UnitRow>) {
  const t = useWords("organisation");
  const { unit } = row;
  const end = (step: 1 | -1) => (placeAfter(organisation, row, step) === null ? t("done.atEnd") : null);
  const items: MenuEntry[] = [
    { label: t("menu.rename"), keys: "E", onSelect: () => onEdit(true) },
    { label: t("menu.addPost"), onSelect: () => onAsk({ what: "addPost", unit }) },
    { label: t("menu.addUnitBelow"), onSelect: () => onAsk({ what: "addUnit", parent: unit }) },
    "line",
    { label: t("menu.up"), keys: "Alt+↑", reason: end(-1), onSelect: () => void deeds.step(row, -1) },
    { label: t("menu.down"), keys: "Alt+↓", reason: end(1), onSelect: () => void deeds.step(row, 1) },
    {
      label: t("menu.move"),
      reason: unit.parentId === null ? t("rootStays") : null,
      onSelect: () => onAsk({ what: "moveUnit", unit }),
    },
    "line",
    { label: t("menu.closeUnit"), danger: true, onSelect: () => onAsk({ what: "closeUnit", unit }) },
  ];
  return (
    <Menu
      items={items}
      label={t("menu.of", { name: unit.name })}
      trigger={(props) => (
        <IconButton {...props} label={t("menu.of", { name: unit.name })} size="sm" tabIndex={-1}>
          <Icon name="more" />
        </IconButton>
      )}
    />
  );
}
