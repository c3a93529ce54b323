"use client";

import { useRouter } from "next/navigation";
import { useEffect, useMemo } from "react";
import { CommandProblem, problemOf } from "@/components/data/command-problem";
import { newKey } from "@/components/data/send-command";
import { isForToast } from "@/components/data/use-command";
import { notify } from "@/components/ui/toast-queue";
import type { MyReport } from "@/lib/rounds/views";
import { useWords } from "@/lib/words-client";
import type { ReportDesk } from "./report-desk";
import { ReportView } from "./report-view";

/** The reports that a link without sign-in opens; the link itself stands for the person at every command. */
export function LinkReport({ report, token }: { report: MyReport; token: string }) {
  const desk = useLinkDesk(report.today, token);
  return <ReportView desk={desk} report={report} />;
}

function useLinkDesk(today: string, token: string): ReportDesk {
  const t = useWords("data");
  const router = useRouter();
  useEffect(() => void post("reportLink.use", {}, token).catch(() => null), [token]);
  return useMemo(
    () => ({
      today,
      // Of the key only the end: what lies on a shared computer must not open anything.
      reader: `link-${token.slice(-6)}`,
      signedIn: false,
      keep: null,
      send: async (item, report) => {
        const { tickets: _, version, progress, ...parts } = report;
        const taskId = item.task.id;
        const answer = await (item.supportUnit
          ? post("checkIn.support", { taskId, supportUnitId: item.supportUnit.id, ...parts }, token)
          : post("checkIn.add", { taskId, version, progress, ...parts }, token)
        ).catch(() => null);
        if (answer?.ok) {
          router.refresh();
          return null;
        }
        const problem = answer
          ? await problemOf(answer, t("unreadable"))
          : new CommandProblem({ status: 0, code: "offline", title: t("offline") });
        if (isForToast(problem) || problem.status === 401) notify({ text: problem.title, tone: "error" });
        return problem;
      },
    }),
    [today, token, router, t],
  );
}

function post(name: string, input: unknown, token: string): Promise<Response> {
  return fetch(`/api/commands/${name}`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      "idempotency-key": newKey(),
    },
    body: JSON.stringify(input),
    credentials: "omit",
  });
}
