import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Desk } from "@/components/coverage/desk";
import { DueByPost } from "@/components/coverage/due-by-post";
import { DutyList } from "@/components/coverage/duty-list";
import { NewDuty } from "@/components/coverage/new-duty";
import { PageFrame } from "@/components/shell/page-frame";
import { LinkButton } from "@/components/ui/button";
import { currentActor } from "@/lib/auth/current-actor";
import { may } from "@/lib/auth/permissions";
import { now, today } from "@/lib/clock";
import { dueByPost, dueFor } from "@/lib/coverage/due-queries";
import { listDuties } from "@/lib/coverage/queries";
import { listRegisters } from "@/lib/coverage/register-queries";
import { sayMoment } from "@/lib/house-style";
import { clientWords, getLocale, getWords } from "@/lib/words";
import { WordsProvider } from "@/lib/words-client";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("coverage"))("title") };
}

export default async function CoveragePage() {
  const actor = await currentActor();
  if (!may(actor, "board.see")) notFound();
  const seesRegisters = may(actor, "register.see");
  const changes = may(actor, "register.change");
  const heads = changes || actor.headUnitIds.length > 0;
  const [desk, duties, byPost, registers, t, locale] = await Promise.all([
    dueFor(actor),
    listDuties(actor),
    dueByPost(actor),
    changes ? listRegisters(actor) : [],
    getWords("coverage"),
    getLocale(),
  ]);
  const logs = desk.objects.length > 0;
  return (
    <WordsProvider {...(await clientWords("coverage", "tasks", "files"))}>
      <PageFrame
        actions={
          <>
            {changes ? <NewDuty registers={registers} /> : null}
            {seesRegisters ? (
              <LinkButton href="/coverage/registers">{t("registers.title")}</LinkButton>
            ) : null}
          </>
        }
        asOf={sayMoment(now(), today(), locale)}
        title={t("title")}
      >
        <div className={logs ? "grid gap-x-8 lg:grid-cols-[minmax(0,1fr)_22rem]" : undefined}>
          <div className="min-w-0">
            <Desk desk={desk} />
            {heads ? <DueByPost rows={byPost} /> : null}
          </div>
          <section aria-label={t("duties.title")}>
            <h2 className="mb-2 text-heading">{t("duties.title")}</h2>
            <DutyList duties={duties} narrow={logs} />
          </section>
        </div>
      </PageFrame>
    </WordsProvider>
  );
}
