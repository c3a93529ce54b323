"use client";

import { type ReactNode, useEffect, useId, useState } from "react";
import { Tabs } from "@/components/ui/tabs";
import { useWords } from "@/lib/words-client";
import { useLive } from "./live";
import { VIEWS, type View } from "./view-rules";

type Props = { first: View; panels: Partial<Record<View, ReactNode>> };

/** The parts of a meeting's page, one at a time on a screen and one after the other on paper. */
export function MeetingViews({ first, panels }: Props) {
  const t = useWords("agenda");
  const group = useId();
  const [view, setView] = useState(first);
  const { agenda } = useLive().review;
  // A link to a list or to another day leads to the part that holds it.
  useEffect(() => setView(first), [first]);
  const counts: Partial<Record<View, number>> = {
    agenda: agenda.sum.items,
    attendance: agenda.attendance.length,
  };
  const shown = VIEWS.filter((key) => panels[key] !== undefined);
  return (
    <div>
      <div className="print:hidden">
        <Tabs
          group={group}
          label={t("view.label")}
          onChange={setView}
          tabs={shown.map((key) => ({ key, label: t(`view.${key}`), count: counts[key] }))}
          value={view}
        />
      </div>
      {shown.map((key) => (
        <div
          aria-labelledby={`${group}-${key}`}
          className={key === view ? "pt-4" : "hidden print:block print:pt-6"}
          id={key === view ? `${group}-panel` : undefined}
          key={key}
          role="tabpanel"
        >
          {panels[key]}
        </div>
      ))}
    </div>
  );
}
