"use client";

import { classNames } from "@/components/ui/class-names";
import { Table, Td, Th } from "@/components/ui/table";
import { AGES } from "@/lib/ledgers/age-rules";
import type { AgeFigure } from "@/lib/ledgers/figure-rules";
import { useWords } from "@/lib/words-client";
import { CountButton } from "./count-button";
import { useDesk } from "./ledger-context";

type Props = { ageing: readonly AgeFigure[]; onOpen: (stage: string, age: string) => void };

/** How long open entries have stood where they stand: the darker a cell, the more of them. */
export function AgeingTable({ ageing, onOpen }: Props) {
  const t = useWords("ledgers");
  const { ledger } = useDesk();
  const most = Math.max(1, ...ageing.flatMap(({ buckets }) => buckets));
  return (
    <Table caption={t("ageing.title")}>
      <thead>
        <tr>
          <Th className="lg:static">{t("column.stage")}</Th>
          {AGES.map((age) => (
            <Th className="lg:static" key={age} number>
              {t(`age.${age}`)}
            </Th>
          ))}
          <Th className="lg:static" number>
            {t("ageing.longest")}
          </Th>
        </tr>
      </thead>
      <tbody>
        {ageing.map(({ stage, buckets, longest }) => {
          const name = ledger.stages.find(({ key }) => key === stage)?.name ?? stage;
          return (
            <tr key={stage}>
              <Td>{name}</Td>
              {AGES.map((age, place) => (
                <Td className="relative" key={age} number>
                  <span
                    aria-hidden="true"
                    className={classNames(
                      "absolute inset-0.5 rounded",
                      place > 2 ? "bg-yellow" : "bg-action",
                    )}
                    data-bar="value"
                    style={{ opacity: 0.28 * ((buckets[place] ?? 0) / most) }}
                  />
                  <CountButton
                    label={`${name} ${t(`age.${age}`)}`}
                    onOpen={() => onOpen(stage, age)}
                    value={buckets[place] ?? 0}
                  />
                </Td>
              ))}
              <Td number>{longest === null ? "—" : t("days", { count: longest })}</Td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
