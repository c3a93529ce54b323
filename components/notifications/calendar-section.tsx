import { ActButton } from "@/components/settings/act-button";
import { momentOf } from "@/components/settings/moment";
import { Section } from "@/components/settings/section";
import type { Actor } from "@/lib/auth/permissions";
import { env } from "@/lib/env";
import { getCalendarFeed } from "@/lib/notifications/queries";
import { clientWords, getWords } from "@/lib/words";
import { WordsProvider } from "@/lib/words-client";
import { MakeFeed } from "./make-feed";

/** The address at which a calendar programme finds one's days. */
export async function CalendarSection({ actor }: { actor: Actor }) {
  const [t, feed] = await Promise.all([getWords("notificationPages"), getCalendarFeed(actor)]);
  const base = new URL("/calendar/", env().NEXTAUTH_URL).href;
  const actions = (
    <WordsProvider {...(await clientWords("notificationPages", "settings"))}>
      <MakeFeed again={feed !== null} base={base} />
    </WordsProvider>
  );
  return (
    <Section actions={actions} id="calendar" intro={t("calendar.intro")} title={t("calendar.title")}>
      {feed === null ? (
        <p className="text-muted">{t("calendar.none")}</p>
      ) : (
        <p className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <span className="tabular">{t("calendar.since", { moment: momentOf(feed.madeAt) })}</span>
          <ActButton
            command="calendarFeed.revoke"
            done={t("calendar.revoked")}
            input={{}}
            label={t("calendar.revoke")}
          />
        </p>
      )}
    </Section>
  );
}
