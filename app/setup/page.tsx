import type { Metadata } from "next";
import { AuthFrame } from "@/components/auth/auth-frame";
import { SetupForm } from "@/components/auth/setup-form";
import { LinkButton } from "@/components/ui/button";
import { stateOfLink } from "@/lib/auth/setup";
import { env } from "@/lib/env";
import { clientWords, getWords } from "@/lib/words";
import { WordsProvider } from "@/lib/words-client";

type Props = { searchParams: Promise<{ token?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords("auth");
  return { title: t("setup.title"), referrer: "no-referrer" };
}

export default async function SetupPage({ searchParams }: Props) {
  const [{ token }, t, words] = await Promise.all([searchParams, getWords("auth"), clientWords("auth")]);
  const state = typeof token === "string" ? await stateOfLink(token) : "over";
  return (
    <WordsProvider {...words}>
      {state === "over" || typeof token !== "string" ? (
        <AuthFrame title={t("setup.overTitle")}>
          <p>{t("setup.over")}</p>
          <p className="text-muted">{t("setup.overWhat")}</p>
          <SignInLink label={t("setup.goSignIn")} />
        </AuthFrame>
      ) : (
        <AuthFrame title={t("setup.title")} wide>
          <SetupForm policy={env().PASSWORD_POLICY} token={token}>
            {state === "used" ? (
              <>
                <p>{t("setup.used")}</p>
                <SignInLink label={t("setup.goSignIn")} />
              </>
            ) : null}
          </SetupForm>
        </AuthFrame>
      )}
    </WordsProvider>
  );
}

function SignInLink({ label }: { label: string }) {
  return (
    <div>
      <LinkButton href="/sign-in" variant="primary">
        {label}
      </LinkButton>
    </div>
  );
}
