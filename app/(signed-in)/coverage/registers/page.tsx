import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NewRegister, RegisterList } from "@/components/coverage/register-list";
import { PageFrame } from "@/components/shell/page-frame";
import { currentActor } from "@/lib/auth/current-actor";
import { may } from "@/lib/auth/permissions";
import { now, today } from "@/lib/clock";
import { listRegisters } from "@/lib/coverage/register-queries";
import { sayMoment } from "@/lib/house-style";
import { clientWords, getLocale, getWords } from "@/lib/words";
import { WordsProvider } from "@/lib/words-client";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("coverage"))("registers.title") };
}

export default async function RegistersPage() {
  const actor = await currentActor();
  if (!may(actor, "register.see")) notFound();
  const [registers, t, locale] = await Promise.all([listRegisters(actor), getWords("coverage"), getLocale()]);
  return (
    <WordsProvider {...(await clientWords("coverage"))}>
      <PageFrame
        actions={may(actor, "register.change") ? <NewRegister /> : null}
        asOf={sayMoment(now(), today(), locale)}
        crumbs={[{ label: t("title"), href: "/coverage" }]}
        title={t("registers.title")}
      >
        <RegisterList registers={registers} />
      </PageFrame>
    </WordsProvider>
  );
}
