import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AuthFrame } from "@/components/auth/auth-frame";
import { SignInForm } from "@/components/auth/sign-in-form";
import { actorOrNull } from "@/lib/auth/current-actor";
import { safeNext } from "@/lib/auth/rules";
import { hasProvider } from "@/lib/signIn/enter";
import { clientWords, getWords } from "@/lib/words";
import { WordsProvider } from "@/lib/words-client";

type Props = { searchParams: Promise<{ next?: string | string[]; error?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords("auth");
  return { title: t("signIn.title") };
}

export default async function SignInPage({ searchParams }: Props) {
  const [{ next, error }, t] = await Promise.all([searchParams, getWords("auth")]);
  const target = safeNext(next);
  // Nobody asked for a page: each begins where the work of the role begins.
  const goOn = target === "/" ? "/home" : target;
  if (await actorOrNull()) redirect(goOn);
  const words = { AccessDenied: t("signIn.unmapped") } as Record<string, string>;
  const earlier = typeof error === "string" ? (words[error] ?? t("signIn.providerFailed")) : null;
  return (
    <WordsProvider {...(await clientWords("auth"))}>
      <AuthFrame title={t("signIn.title")}>
        <SignInForm earlier={earlier} hasProvider={hasProvider()} next={goOn} />
      </AuthFrame>
    </WordsProvider>
  );
}
