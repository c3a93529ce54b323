"use client";

import { SlideTitle } from "@/components/meetings/stage/slide-title";
import { classNames } from "@/components/ui/class-names";
import { sayNumber } from "@/lib/house-style";
import type { Figure } from "@/lib/lights/figures";
import { useWords } from "@/lib/words-client";
import type { Slide } from "./slide-rules";

const COLUMNS = ["done", "onTrack", "behind", "overdue", "unreported"] as const satisfies Figure[];

/** Up to eight sections, units or sponsors with the same numbers. */
export function RowsSlide({ slide }: { slide: Extract<Slide, { kind: "rows" }> }) {
  const t = useWords("dashboard");
  const { by, rows, part, parts } = slide;
  return (
    <>
      <SlideTitle note={parts > 1 ? t("stage.part", { part, parts }) : null}>{t(`by.${by}`)}</SlideTitle>
      <table className="tabular w-full border-collapse text-[length:calc(var(--u)*44)]">
        <thead>
          <tr className="text-[length:calc(var(--u)*32)]">
            <th className="pb-[calc(var(--u)*8)] text-left font-normal" scope="col">
              {t(`column.${by}`)}
            </th>
            {(["total", ...COLUMNS, "progress"] as const).map((column) => (
              <th className="pb-[calc(var(--u)*8)] text-right font-normal" key={column} scope="col">
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr className="border-line border-t" key={row.id}>
              <th className="py-[calc(var(--u)*14)] text-left font-semibold" scope="row">
                {row.name || t(`none.${by}`)}
              </th>
              <td className="text-right">{sayNumber(row.counts.total)}</td>
              {COLUMNS.map((figure) => (
                <td
                  className={classNames(
                    "text-right",
                    figure === "overdue" && row.counts.overdue > 0 && "font-semibold text-red-strong",
                  )}
                  key={figure}
                >
                  {sayNumber(row.counts[figure])}
                </td>
              ))}
              <td className="text-right font-semibold">{row.progress === null ? "—" : `${row.progress}%`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
