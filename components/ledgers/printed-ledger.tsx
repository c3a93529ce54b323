"use client";

import { Table, Td, Th } from "@/components/ui/table";
import { usePrinting } from "@/components/ui/use-printing";
import { useWords } from "@/lib/words-client";
import { Analysis } from "./analysis";
import { columnsOf } from "./column-rules";
import { cellOf } from "./entry-row";
import { useDesk } from "./ledger-context";
import { LedgerHeadFigures } from "./ledger-figures";
import { PlotPrint } from "./plot-print";
import { useConditions } from "./use-conditions";

/** The ledger on paper, drawn only while it is printed: the view that is open, with what it was narrowed by. */
export function PrintedLedger() {
  return usePrinting() ? <Printed /> : null;
}

function Printed() {
  const t = useWords("ledgers");
  const { filter, shown, today, view } = useDesk();
  const conditions = useConditions().map(({ words }) => words);
  return (
    <section className="hidden print:block" data-print="a4-landscape">
      <p className="mb-2">
        {[
          `${view.task.code} ${view.task.title}`,
          t("print.asOf", { day: today, count: shown.length }),
          ...conditions,
        ].join(" · ")}
      </p>
      <LedgerHeadFigures />
      {filter.view === "figures" ? <Analysis /> : null}
      {filter.view === "plot" ? <PlotPrint /> : null}
      {filter.view === "table" || filter.view === "board" ? <PrintedTable /> : null}
    </section>
  );
}

function PrintedTable() {
  const t = useWords("ledgers");
  const { ledger, shown, setting } = useDesk();
  const columns = columnsOf(ledger, {
    titles: shown.some(({ title }) => title),
    posts: shown.some(({ postId }) => postId),
    sponsors: shown.some(({ sponsorPostId }) => sponsorPostId),
    units: shown.some(({ unitId }) => unitId),
    dues: shown.some(({ stageDue, writtenOffOn }) => stageDue ?? writtenOffOn),
    fields: ledger.fields.filter(({ key }) => shown.some(({ data }) => data[key])),
  });
  return (
    <Table caption={t("table.label")}>
      <thead>
        <tr>
          {columns.map((column) => (
            <Th key={column.key} number={column.number}>
              {column.field?.name ?? t(`column.${column.key}`)}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map((entry) => (
          <tr key={entry.id}>
            {columns.map((column) => (
              <Td key={column.key} number={column.number}>
                {cellOf(column, entry, setting, t)}
              </Td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
