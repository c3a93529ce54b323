import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LedgerList } from "@/components/ledgers/ledger-list";
import { PageFrame } from "@/components/shell/page-frame";
import { TASK_WORDS } from "@/components/tasks/say";
import { currentActor } from "@/lib/auth/current-actor";
import { may } from "@/lib/auth/permissions";
import { now, today } from "@/lib/clock";
import { sayMoment } from "@/lib/house-style";
import { listLedgers } from "@/lib/ledgers/queries";
import { clientWords, getLocale, getWords } from "@/lib/words";
import { WordsProvider } from "@/lib/words-client";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("ledgers"))("title") };
}

export default async function LedgersPage() {
  const actor = await currentActor();
  if (!may(actor, "board.see")) notFound();
  const [ledgers, t, locale] = await Promise.all([listLedgers(actor), getWords("ledgers"), getLocale()]);
  return (
    <WordsProvider {...(await clientWords("ledgers", ...TASK_WORDS))}>
      <div className="flex min-w-0 flex-1 flex-col print:block" data-print="a4-landscape">
        <PageFrame asOf={sayMoment(now(), today(), locale)} title={t("title")} wide>
          <LedgerList ledgers={ledgers} mayDefine={may(actor, "task.add")} />
        </PageFrame>
      </div>
    </WordsProvider>
  );
}
