import { Section } from "@/components/settings/section";
import type { Actor } from "@/lib/auth/permissions";
import { getPreference, listOpenChannels } from "@/lib/notifications/queries";
import { clientWords, getWords } from "@/lib/words";
import { WordsProvider } from "@/lib/words-client";
import { PreferenceForm } from "./preference-form";

/** What one hears, where and when; without a way out of the office there is nothing to choose. */
export async function Preferences({ actor }: { actor: Actor }) {
  const [t, preference, open] = await Promise.all([
    getWords("notificationPages"),
    getPreference(actor),
    listOpenChannels(),
  ]);
  return (
    <Section id="notifications" intro={t("intro")} title={t("title")}>
      {open.length === 0 ? (
        <p className="text-muted">{t("noChannel")}</p>
      ) : (
        <WordsProvider {...(await clientWords("notificationPages", "notifications", "auth"))}>
          <PreferenceForm key={preference.version} open={open} preference={preference} />
        </WordsProvider>
      )}
    </Section>
  );
}
