import type { IconName } from "@/components/ui/icons";
import { type Actor, may, type OfficeAction } from "@/lib/auth/permissions";

export type NavItem = { key: string; href: string; icon: IconName };

type Entry = NavItem & { opensFor: readonly OfficeAction[] };

const ENTRIES: readonly Entry[] = [
  { key: "desk", href: "/", icon: "home", opensFor: ["board.see"] },
  { key: "board", href: "/board", icon: "board", opensFor: ["board.see"] },
  { key: "plan", href: "/plan", icon: "plan", opensFor: ["board.see"] },
  { key: "meetings", href: "/meetings", icon: "meeting", opensFor: ["meeting.see"] },
  { key: "organisation", href: "/organisation", icon: "organisation", opensFor: ["organisation.see"] },
  {
    key: "admin",
    href: "/admin",
    icon: "settings",
    opensFor: ["account.see", "setting.change", "policy.see", "audit.see"],
  },
];

/** The pages that this person may open, in the order in which they are shown. */
export function navigationFor(actor: Actor): NavItem[] {
  return ENTRIES.filter((entry) => entry.opensFor.some((action) => may(actor, action))).map(
    ({ key, href, icon }) => ({ key, href, icon }),
  );
}
