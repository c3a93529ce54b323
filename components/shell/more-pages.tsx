"use client";

import Link from "next/link";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icons";
import { Sheet } from "@/components/ui/sheet";
import { useWords } from "@/lib/words-client";
import { isCurrent, type NavItem } from "./navigation";

type Props = { rest: readonly NavItem[]; pathname: string; onClose: () => void };

/** The entries that have no place of their own at the bottom of a phone. */
export function MorePages({ rest, pathname, onClose }: Props) {
  const t = useWords("shell");
  return (
    <Sheet onClose={onClose} open title={t("tab.rest")}>
      <ul className="grid grid-cols-3 gap-2 pt-1">
        {rest.map((item) => {
          const current = isCurrent(item.href, pathname);
          return (
            <li key={item.key}>
              <Link
                aria-current={current ? "page" : undefined}
                className={classNames(
                  "flex min-h-20 flex-col items-center justify-center gap-1.5 rounded border border-line",
                  current && "font-semibold text-brand",
                )}
                href={item.href}
                onClick={onClose}
              >
                <Icon name={item.icon} size={24} />
                {t(`nav.${item.key}`)}
              </Link>
            </li>
          );
        })}
      </ul>
    </Sheet>
  );
}
