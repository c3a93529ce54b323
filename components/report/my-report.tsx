"use client";

import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { CommandProblem } from "@/components/data/command-problem";
import { useOffice } from "@/components/data/office";
import { sendCommand } from "@/components/data/send-command";
import { isForToast, runCommand } from "@/components/data/use-command";
import { LinkButton } from "@/components/ui/button";
import { notify } from "@/components/ui/toast-queue";
import type { Composition, MyReport } from "@/lib/rounds/views";
import { useWords } from "@/lib/words-client";
import { ComposePanel } from "./compose-panel";
import type { ReportDesk } from "./report-desk";
import { ReportView } from "./report-view";

/** The reports of somebody who signed in. */
export function MyReportPage({ report, units }: { report: MyReport; units: readonly Composition[] }) {
  const t = useWords("report");
  const desk = useOwnDesk();
  return (
    <ReportView
      desk={desk}
      leave={<LinkButton href="/">{t("toDesk")}</LinkButton>}
      report={report}
      {...(units.length > 0 ? { quotable: (add) => <ComposePanel onQuote={add} units={units} /> } : {})}
    />
  );
}

function useOwnDesk(): ReportDesk {
  const { today, actor } = useOffice();
  const router = useRouter();
  return useMemo(
    () => ({
      today,
      reader: String(actor.accountId),
      signedIn: true,
      keep: (key, value) =>
        sendCommand("draft.save", { key, value }).then(
          () => true,
          () => false,
        ),
      send: async (item, { version, tickets, progress, ...parts }) => {
        const taskId = item.task.id;
        try {
          if (item.supportUnit) {
            await runCommand("checkIn.support", {
              taskId,
              supportUnitId: item.supportUnit.id,
              ...parts,
              tickets,
            });
          } else await runCommand("checkIn.add", { taskId, version, progress, ...parts, tickets });
          router.refresh();
          return null;
        } catch (error) {
          if (!(error instanceof CommandProblem)) throw error;
          if (isForToast(error)) notify({ text: error.title, tone: "error" });
          return error;
        }
      },
    }),
    [today, actor.accountId, router],
  );
}
