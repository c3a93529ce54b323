"use client";

import Link from "next/link";
import { useWords } from "@/lib/words-client";
import { Icon, type IconName } from "./icons";

type Props = { page: number; size: number; total: number; href: string };

/** Leads through pages of `size` rows, counted from 1; `href` holds `{page}` where the number goes. */
export function Pager({ page, size, total, href }: Props) {
  const t = useWords("ui");
  const pages = Math.max(1, Math.ceil(total / size));
  const to = (number: number) => href.replace("{page}", String(number));
  return (
    <nav aria-label={t("pager.label")} className="flex items-center justify-between gap-3 py-3 print:hidden">
      <span className="tabular text-muted">{t("pager.total", { total })}</span>
      <span className="flex items-center gap-1">
        <Step href={page > 1 ? to(page - 1) : null} icon="left" label={t("pager.previous")} />
        <span className="tabular px-2">{t("pager.place", { page, pages })}</span>
        <Step href={page < pages ? to(page + 1) : null} icon="right" label={t("pager.next")} />
      </span>
    </nav>
  );
}

function Step({ href, label, icon }: { href: string | null; label: string; icon: IconName }) {
  const look = "inline-flex size-control items-center justify-center rounded border";
  if (href === null) {
    return (
      <span className={`${look} border-line text-grey`}>
        <Icon name={icon} />
      </span>
    );
  }
  return (
    <Link aria-label={label} className={`${look} border-edge bg-paper hover:bg-sunken`} href={href}>
      <Icon name={icon} />
    </Link>
  );
}
