"use client";

import { SlideTitle } from "@/components/meetings/stage/slide-title";
import { classNames } from "@/components/ui/class-names";
import type { Turn } from "@/lib/dashboard/trend-queries";
import { sayNumber } from "@/lib/house-style";
import { useWords } from "@/lib/words-client";

const PARTS = ["done", "late", "missing"] as const;

/** How reporting went in the last closed rounds: a bar and the same in numbers for each. */
export function TurnsSlide({ turns }: { turns: readonly Turn[] }) {
  const t = useWords("dashboard");
  return (
    <>
      <SlideTitle>{t("turns.title")}</SlideTitle>
      <table className="tabular w-full border-collapse text-[length:calc(var(--u)*44)]">
        <thead>
          <tr className="text-[length:calc(var(--u)*32)]">
            <th className="pb-[calc(var(--u)*8)] text-left font-normal" scope="col">
              {t("turns.round")}
            </th>
            <th className="w-[28%] max-sm:hidden" />
            <th className="w-[9%] pb-[calc(var(--u)*8)] text-right font-normal" scope="col">
              {t("turns.owed")}
            </th>
            {PARTS.map((part) => (
              <th className="w-[9%] pb-[calc(var(--u)*8)] text-right font-normal" key={part} scope="col">
                {t(`turns.${part}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {turns.map((turn) => (
            <tr className="border-line border-t" key={turn.roundId}>
              <th className="py-[calc(var(--u)*14)] text-left font-semibold" scope="row">
                {turn.title}
              </th>
              <td className="max-sm:hidden">
                <Shares turn={turn} />
              </td>
              <td className="text-right">{sayNumber(turn.owed)}</td>
              {PARTS.map((part) => (
                <td
                  className={classNames(
                    "text-right",
                    part === "missing" && (turn.missing ?? 0) > 0 && "font-semibold text-red-strong",
                  )}
                  key={part}
                >
                  {turn[part] === null ? "—" : `${turn[part]}%`}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

const LOOKS = { done: "bg-action", late: "bg-yellow", missing: "bg-red-strong" };

function Shares({ turn }: { turn: Turn }) {
  return (
    <span aria-hidden="true" className="flex h-[calc(var(--u)*24)] bg-line">
      {PARTS.map((part) => (
        <span className={LOOKS[part]} key={part} style={{ width: `${turn[part] ?? 0}%` }} />
      ))}
    </span>
  );
}
