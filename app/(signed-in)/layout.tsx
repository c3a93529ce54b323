import type { ReactNode } from "react";
import { SignedOutBanner } from "@/components/data/notices";
import { OfficeProvider } from "@/components/data/office";
import { InboxBell } from "@/components/inbox/inbox-bell";
import { OfficeKeys } from "@/components/palette/office-keys";
import { PaletteButton } from "@/components/palette/palette-button";
import { AppBar } from "@/components/shell/app-bar";
import { navigationFor } from "@/components/shell/navigation";
import { NoticeStrip } from "@/components/shell/notice-strip";
import { TabBar } from "@/components/shell/tab-bar";
import { currentActor } from "@/lib/auth/current-actor";
import { may } from "@/lib/auth/permissions";
import { countUnseen } from "@/lib/notifications/queries";
import { getOffice } from "@/lib/office";
import { getCurrentPlan } from "@/lib/plan/queries";
import { clientWords } from "@/lib/words";
import { WordsProvider } from "@/lib/words-client";

export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor();
  const office = await getOffice(actor);
  // Administrators read no business data, not even the plan's title.
  const [plan, unseen] = await Promise.all([
    may(actor, "board.see") ? getCurrentPlan() : null,
    countUnseen(actor),
  ]);
  const items = navigationFor(actor);
  return (
    <WordsProvider {...(await clientWords("data", "keys", "inbox"))}>
      <OfficeProvider office={office}>
        <SignedOutBanner />
        <NoticeStrip fixedDay={office.fixedDay} />
        <AppBar
          inbox={<InboxBell unseen={unseen} />}
          items={items}
          person={{ name: actor.name }}
          plan={plan}
          search={<PaletteButton />}
        />
        {children}
        <TabBar items={items} />
        <OfficeKeys pages={items} />
      </OfficeProvider>
    </WordsProvider>
  );
}
