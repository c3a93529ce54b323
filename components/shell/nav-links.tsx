"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icons";
import { useWords } from "@/lib/words-client";
import type { NavItem } from "./navigation";

/** The entries in the head of a wide screen. */
export function BarLinks({ items }: { items: NavItem[] }) {
  const t = useWords("shell");
  const pathname = usePathname();
  return (
    <nav aria-label={t("nav.label")} className="hidden h-full md:block">
      <ul className="flex h-full">
        {items.map((item) => {
          const current = isCurrent(item.href, pathname);
          return (
            <li key={item.key}>
              <Link
                aria-current={current ? "page" : undefined}
                className={classNames(
                  "flex h-full items-center whitespace-nowrap px-3 -outline-offset-2",
                  current ? "font-semibold shadow-[inset_0_-2px_0_#b3171d]" : "text-muted hover:text-ink",
                )}
                href={item.href}
              >
                {t(`nav.${item.key}`)}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** The same entries at the bottom of a phone, within reach of the thumb. */
export function TabBar({ items }: { items: NavItem[] }) {
  const t = useWords("shell");
  const pathname = usePathname();
  return (
    <nav
      aria-label={t("nav.label")}
      className="fixed inset-x-0 bottom-0 z-30 border-line border-t bg-paper pb-safe-bottom md:hidden print:hidden"
    >
      <ul className="flex">
        {items.map((item) => {
          const current = isCurrent(item.href, pathname);
          return (
            <li className="flex-1" key={item.key}>
              <Link
                aria-current={current ? "page" : undefined}
                className={classNames(
                  "flex h-14 flex-col items-center justify-center gap-0.5 text-small -outline-offset-2",
                  current ? "font-semibold text-brand" : "text-muted",
                )}
                href={item.href}
              >
                <Icon name={item.icon} size={22} />
                {t(`tab.${item.key}`)}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** Whether the page at `pathname` belongs to the entry at `href`. */
function isCurrent(href: string, pathname: string): boolean {
  return href === "/" ? pathname === "/" : pathname === href || pathname.startsWith(`${href}/`);
}
