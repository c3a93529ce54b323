"use client";

import { Table, Td, Th } from "@/components/ui/table";
import { sayRatio } from "@/lib/house-style";
import type { UnitCounts } from "@/lib/rounds/views";
import { useWords } from "@/lib/words-client";
import { CompletionBar, completionOf } from "./completion";
import { countOf, type Look, type Shown } from "./list-rules";

type Props = { units: readonly UnitCounts[]; onLook: (look: Look) => void };

const COLUMNS = ["reported", "late", "open", "excused"] as const satisfies readonly Shown[];
const WIDE = "max-md:hidden print:table-cell";

/** Completion unit by unit; each number opens the reports that it counts. */
export function UnitTable({ units, onLook }: Props) {
  const t = useWords("rounds");
  return (
    <Table caption={t("byUnit")}>
      <thead>
        <tr>
          <Th>{t("column.unit")}</Th>
          <Th number>{t("count.owed")}</Th>
          {COLUMNS.map((key) => (
            <Th className={key === "open" ? undefined : WIDE} key={key} number>
              {t(`shown.${key}`)}
            </Th>
          ))}
          <Th className="w-[28%]">{t("column.completion")}</Th>
        </tr>
      </thead>
      <tbody>
        {units.map((unit) => (
          <Row key={unit.unitId ?? "none"} onLook={onLook} unit={unit} />
        ))}
      </tbody>
    </Table>
  );
}

function Row({ unit, onLook }: { unit: UnitCounts; onLook: Props["onLook"] }) {
  const t = useWords("rounds");
  const done = completionOf(unit);
  const name = unit.unitId === null ? t("noUnit") : unit.name;
  return (
    <tr>
      <Td>{name}</Td>
      <Td number>{unit.owed}</Td>
      {COLUMNS.map((shown) => {
        const count = countOf(unit, shown);
        return (
          <Td className={shown === "open" ? undefined : WIDE} key={shown} number>
            {count === 0 ? (
              <span className="text-muted">0</span>
            ) : (
              <button
                aria-label={t("lookAt", { name, what: t(`shown.${shown}`), count })}
                className="tabular -m-3 min-w-11 p-3 text-right text-action underline-offset-2 hover:underline"
                onClick={() => onLook({ shown, unitId: unit.unitId })}
                type="button"
              >
                {count}
              </button>
            )}
          </Td>
        );
      })}
      <Td>
        <span className="flex items-center gap-3">
          <CompletionBar counts={unit} t={t} />
          <span className="tabular w-12 shrink-0 text-right">
            {done === null ? t("count.dash") : sayRatio(done)}
          </span>
        </span>
      </Td>
    </tr>
  );
}
