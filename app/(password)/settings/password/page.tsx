import type { Metadata } from "next";
import Link from "next/link";
import { AuthFrame } from "@/components/auth/auth-frame";
import { PasswordForm } from "@/components/auth/password-form";
import { getOwnAccount } from "@/lib/accounts/queries";
import { actorChangingPassword } from "@/lib/auth/current-actor";
import { env } from "@/lib/env";
import { listTokens } from "@/lib/tokens/queries";
import { clientWords, getWords } from "@/lib/words";
import { WordsProvider } from "@/lib/words-client";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords("auth");
  return { title: t("password.title") };
}

/** Outside the shell: whose password is due can go nowhere else. */
export default async function PasswordPage() {
  const actor = await actorChangingPassword();
  const [t, words, shell] = await Promise.all([getWords("auth"), clientWords("auth"), getWords("shell")]);
  const [account, tokens] = await Promise.all([getOwnAccount(actor), listTokens(actor)]);
  const isDue = actor.mustChangePassword === true;
  return (
    <WordsProvider {...words}>
      <AuthFrame title={t("password.title")}>
        <p className="text-muted">{isDue ? t("password.due") : t("password.free")}</p>
        <PasswordForm
          accountName={account.name}
          hasTokens={tokens.length > 0}
          isDue={isDue}
          next={isDue ? "/" : "/settings"}
          policy={env().PASSWORD_POLICY}
        />
        {isDue ? null : (
          <Link className="text-action underline" href="/settings">
            {shell("person.settings")}
          </Link>
        )}
      </AuthFrame>
    </WordsProvider>
  );
}
