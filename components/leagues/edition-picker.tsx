"use client";

import { useRouter } from "next/navigation";
import { Select } from "@/components/ui/select";
import { type Day, sayDay } from "@/lib/calendar/rules";
import type { EditionHead, SeriesView } from "@/lib/leagues/queries";
import { useLocale, useWords } from "@/lib/words-client";

type Props = { series: SeriesView; edition: EditionHead | null; today: Day };

/** Which table is shown: an edition, or the figures of today. */
export function EditionPicker({ series, edition, today }: Props) {
  const t = useWords("leagues");
  const locale = useLocale();
  const router = useRouter();
  const options = series.editions.map(({ number, title, asOf }) => ({
    value: String(number),
    label: t("edition.option", { number, title, day: sayDay(asOf, today, locale) }),
  }));
  if (series.closedOn === null || options.length === 0)
    options.unshift({ value: "live", label: t("edition.live") });
  return (
    <div className="w-full sm:w-80">
      <Select
        hideLabel
        label={t("edition.pick")}
        onChange={(event) => router.push(`/leagues/${series.id}?edition=${event.target.value}`)}
        options={options}
        value={edition === null ? "live" : String(edition.number)}
      />
    </div>
  );
}
