"use client";

import type { CommandProblem } from "@/components/data/command-problem";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/button";
import { useWords } from "@/lib/words-client";

/** Inside a dialog, which covers the banner of the page: the session is over, the text is kept. */
export function SignedOutNote({ problem }: { problem: CommandProblem | null }) {
  const t = useWords("data");
  if (problem?.status !== 401) return null;
  return (
    <Banner
      action={
        <LinkButton href="/sign-in" prefetch={false} rel="noopener" size="sm" target="_blank">
          {t("signIn")}
        </LinkButton>
      }
      tone="error"
    >
      {t("signedOut")}
    </Banner>
  );
}
