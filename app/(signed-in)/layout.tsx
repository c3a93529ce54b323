import type { ReactNode } from "react";
import { AppBar } from "@/components/shell/app-bar";
import { TabBar } from "@/components/shell/nav-links";
import { navigationFor } from "@/components/shell/navigation";
import { NoticeStrip } from "@/components/shell/notice-strip";
import { currentActor } from "@/lib/auth/current-actor";
import { may } from "@/lib/auth/permissions";
import { fixedDay } from "@/lib/clock";
import { getCurrentPlan } from "@/lib/plan/queries";

export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor();
  // Administrators read no business data, not even the plan's title.
  const plan = may(actor, "board.see") ? await getCurrentPlan() : null;
  const items = navigationFor(actor);
  return (
    <>
      <NoticeStrip fixedDay={fixedDay()} />
      <AppBar items={items} person={{ name: actor.name }} plan={plan} />
      {children}
      <TabBar items={items} />
    </>
  );
}
