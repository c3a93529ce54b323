"use client";

import { useState } from "react";
import { useChange } from "@/components/data/use-change";
import { Button } from "@/components/ui/button";
import { FormDialog } from "@/components/ui/form-dialog";
import { Icon } from "@/components/ui/icons";
import { Menu } from "@/components/ui/menu";
import type { Day } from "@/lib/calendar/rules";
import type { SeriesView } from "@/lib/meetings/series-queries";
import { useWords } from "@/lib/words-client";
import { PlanMeeting } from "./plan-meeting";
import { SeriesDialog } from "./series-dialog";

/** What can be done with a series: prepare its next meeting, change it, close it. */
export function SeriesActions({ series, today }: { series: SeriesView; today: Day }) {
  const [t, meetings] = [useWords("agenda"), useWords("meetings")];
  const [asked, setAsked] = useState<"edit" | "close" | null>(null);
  const { change, pending } = useChange("meetingSeries.close");
  if (!series.rights.change || series.closedOn !== null) return null;
  const end = async () => {
    if ((await change({ seriesId: series.id, version: series.version })) !== null) setAsked(null);
  };
  return (
    <>
      <PlanMeeting label="next" series={[series]} seriesId={series.id} today={today} />
      <Menu
        items={[
          { label: t("series.edit"), onSelect: () => setAsked("edit") },
          { label: t("series.close"), danger: true, onSelect: () => setAsked("close") },
        ]}
        label={meetings("actions.more")}
        trigger={(props) => (
          <Button {...props} icon={<Icon name="more" />}>
            {meetings("actions.more")}
          </Button>
        )}
      />
      {asked === "edit" ? <SeriesDialog onClose={() => setAsked(null)} series={series} /> : null}
      {asked === "close" ? (
        <FormDialog
          danger
          description={t("series.closeTells")}
          onClose={() => setAsked(null)}
          onSubmit={() => void end()}
          pending={pending}
          submit={t("series.close")}
          title={t("series.close")}
        />
      ) : null}
    </>
  );
}
