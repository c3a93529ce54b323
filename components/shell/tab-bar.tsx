"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { lazy, Suspense, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icons";
import { useWords } from "@/lib/words-client";
import { isCurrent, type NavItem, tabsFor } from "./navigation";

const MorePages = lazy(() => import("./more-pages").then((part) => ({ default: part.MorePages })));

const PLACE = "flex h-14 w-full flex-col items-center justify-center gap-0.5 text-small -outline-offset-2";
const look = (current: boolean) => classNames(PLACE, current ? "font-semibold text-brand" : "text-muted");

/** The entries of the head at the bottom of a phone, within reach of the thumb. */
export function TabBar({ items }: { items: NavItem[] }) {
  const t = useWords("shell");
  const pathname = usePathname();
  const { shown, rest } = tabsFor(items);
  return (
    <nav
      aria-label={t("nav.label")}
      className="fixed inset-x-0 bottom-0 z-30 border-line border-t bg-paper pb-safe-bottom md:hidden print:hidden"
    >
      <ul className="flex">
        {shown.map((item) => {
          const current = isCurrent(item.href, pathname);
          return (
            <li className="flex-1" key={item.key}>
              <Link aria-current={current ? "page" : undefined} className={look(current)} href={item.href}>
                <Icon name={item.icon} size={22} />
                {t(`nav.${item.key}`)}
              </Link>
            </li>
          );
        })}
        {rest.length > 0 ? (
          <li className="flex-1">
            <More pathname={pathname} rest={rest} />
          </li>
        ) : null}
      </ul>
    </nav>
  );
}

function More({ rest, pathname }: { rest: NavItem[]; pathname: string }) {
  const t = useWords("shell");
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        aria-expanded={open}
        aria-haspopup="dialog"
        className={look(rest.some(({ href }) => isCurrent(href, pathname)))}
        onClick={() => setOpen(true)}
        type="button"
      >
        <Icon name="more" size={22} />
        {t("tab.more")}
      </button>
      {open ? (
        <Suspense>
          <MorePages onClose={() => setOpen(false)} pathname={pathname} rest={rest} />
        </Suspense>
      ) : null}
    </>
  );
}
