import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RegisterPage } from "@/components/coverage/register-page";
import { PageFrame } from "@/components/shell/page-frame";
import { currentActor } from "@/lib/auth/current-actor";
import { may } from "@/lib/auth/permissions";
import { now, today } from "@/lib/clock";
import { getRegister } from "@/lib/coverage/register-queries";
import { NotFound } from "@/lib/errors";
import { sayMoment } from "@/lib/house-style";
import { getOrganisation } from "@/lib/organisation/queries";
import { clientWords, getLocale, getWords } from "@/lib/words";
import { WordsProvider } from "@/lib/words-client";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("coverage"))("registers.title") };
}

export default async function OneRegisterPage({ params }: Props) {
  const actor = await currentActor();
  const { id } = await params;
  if (!may(actor, "register.see") || !/^[1-9]\d{0,8}$/.test(id)) notFound();
  const [detail, organisation, t, locale] = await Promise.all([
    getRegister(actor, Number(id)).catch(orNotFound),
    getOrganisation(actor),
    getWords("coverage"),
    getLocale(),
  ]);
  const offered = {
    units: organisation.units
      .filter(({ closedOn }) => closedOn === null)
      .map(({ id: unitId, name, shortName }) => ({ id: unitId, name, shortName })),
    posts: organisation.posts
      .filter(({ closedOn }) => closedOn === null)
      .map(({ id: postId, name, unitId }) => ({ id: postId, name, unitId })),
  };
  return (
    <WordsProvider {...(await clientWords("coverage"))}>
      <PageFrame
        asOf={sayMoment(now(), today(), locale)}
        crumbs={[
          { label: t("title"), href: "/coverage" },
          { label: t("registers.title"), href: "/coverage/registers" },
        ]}
        title={detail.register.name}
      >
        <RegisterPage changes={may(actor, "register.change")} detail={detail} offered={offered} />
      </PageFrame>
    </WordsProvider>
  );
}

function orNotFound(error: unknown): never {
  if (error instanceof NotFound) notFound();
  throw error;
}
