import type { IconName } from "@/components/ui/icons";
import { type Actor, may, type OfficeAction } from "@/lib/auth/permissions";

export type NavItem = { key: string; href: string; icon: IconName };

type Entry = NavItem & { opensFor: readonly OfficeAction[] };

const ENTRIES: readonly Entry[] = [
  { key: "desk", href: "/", icon: "home", opensFor: ["board.see"] },
  { key: "report", href: "/report", icon: "report", opensFor: ["meeting.see"] },
  { key: "board", href: "/board", icon: "board", opensFor: ["board.see"] },
  { key: "wall", href: "/wall", icon: "wall", opensFor: ["board.see"] },
  { key: "dashboard", href: "/dashboard", icon: "dashboard", opensFor: ["board.see"] },
  { key: "plan", href: "/plan", icon: "plan", opensFor: ["board.see"] },
  { key: "ledgers", href: "/ledgers", icon: "ledger", opensFor: ["board.see"] },
  { key: "coverage", href: "/coverage", icon: "visit", opensFor: ["register.see"] },
  { key: "leagues", href: "/leagues", icon: "league", opensFor: ["league.see"] },
  { key: "meetings", href: "/meetings", icon: "meeting", opensFor: ["meeting.see"] },
  { key: "supervision", href: "/supervision", icon: "supervision", opensFor: ["meeting.see"] },
  { key: "papers", href: "/papers", icon: "paper", opensFor: ["paper.see"] },
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
    ({ key, href, icon }) => ({ key, href: key === "desk" ? deskOf(actor) : href, icon }),
  );
}

/** A leader's desk is a page of its own, from which the other is one tap away. */
function deskOf(actor: Actor): string {
  return may(actor, "instruction.add") ? "/leader" : "/";
}

/** What a thumb needs most often, the most needed first. */
const AT_HAND = ["desk", "report", "board", "coverage", "ledgers", "plan", "meetings", "supervision"];
const PLACES = 5;

/** The places at the bottom of a phone; when there are too many entries, the last place holds the rest. */
export function tabsFor(items: readonly NavItem[]): { shown: NavItem[]; rest: NavItem[] } {
  if (items.length <= PLACES) return { shown: [...items], rest: [] };
  const byNeed = AT_HAND.flatMap((key) => items.filter((item) => item.key === key));
  const shown = [...byNeed, ...items.filter((item) => !byNeed.includes(item))].slice(0, PLACES - 1);
  return { shown, rest: items.filter((item) => !shown.includes(item)) };
}

/** Pages below another address than their entry's. */
const ALSO: Readonly<Record<string, readonly string[]>> = { "/report": ["/rounds"] };

/** Whether the page at `pathname` belongs to the entry at `href`. */
export function isCurrent(href: string, pathname: string): boolean {
  const lies = (root: string) => pathname === root || pathname.startsWith(`${root}/`);
  return href === "/" ? pathname === "/" : [href, ...(ALSO[href] ?? [])].some(lies);
}
