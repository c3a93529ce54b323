"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { classNames } from "@/components/ui/class-names";
import { useWords } from "@/lib/words-client";
import { isCurrent, type NavItem } from "./navigation";

/** The entries in the head of a wide screen. */
export function BarLinks({ items }: { items: NavItem[] }) {
  const t = useWords("shell");
  const pathname = usePathname();
  return (
    <nav
      aria-label={t("nav.label")}
      className="hidden h-full min-w-0 overflow-x-auto [scrollbar-width:none] md:block"
    >
      <ul className="flex h-full">
        {items.map((item) => {
          const current = isCurrent(item.href, pathname);
          return (
            <li key={item.key}>
              <Link
                aria-current={current ? "page" : undefined}
                className={classNames(
                  "flex h-full items-center whitespace-nowrap px-1.5 -outline-offset-2 lg:px-2.5 2xl:px-3",
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
