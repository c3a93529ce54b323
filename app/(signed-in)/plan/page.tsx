import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PlanHead } from "@/components/plan/plan-head";
import { PlanView } from "@/components/plan/plan-view";
import { PageFrame } from "@/components/shell/page-frame";
import { TASK_WORDS } from "@/components/tasks/say";
import { EmptyState } from "@/components/ui/empty-state";
import { currentActor } from "@/lib/auth/current-actor";
import { may } from "@/lib/auth/permissions";
import { now, today } from "@/lib/clock";
import { sayMoment } from "@/lib/house-style";
import { getCurrentPlan, listBaselines, listGoals } from "@/lib/plan/queries";
import { clientWords, getLocale, getWords } from "@/lib/words";
import { WordsProvider } from "@/lib/words-client";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("plan"))("title") };
}

export default async function PlanPage() {
  const actor = await currentActor();
  if (!may(actor, "board.see")) notFound();
  const [plan, t, locale] = await Promise.all([getCurrentPlan(), getWords("plan"), getLocale()]);
  if (!plan) {
    return (
      <PageFrame title={t("title")}>
        <EmptyState title={t("empty.title")}>{t("empty.why")}</EmptyState>
      </PageFrame>
    );
  }
  const [baselines, goals] = await Promise.all([listBaselines(actor, plan.id), listGoals(actor, plan.id)]);
  return (
    <WordsProvider {...(await clientWords("plan", ...TASK_WORDS))}>
      <div className="flex min-w-0 flex-1 flex-col print:block" data-print="a3-landscape">
        <PageFrame asOf={sayMoment(now(), today(), locale)} title={plan.title} wide>
          <PlanHead plan={plan} />
          <PlanView baselines={baselines} goals={goals} mayAdd={may(actor, "task.add")} />
        </PageFrame>
      </div>
    </WordsProvider>
  );
}
