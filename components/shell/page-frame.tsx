import Link from "next/link";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { getWords } from "@/lib/words";

export type Crumb = { label: string; href: string };

type Props = {
  title: string;
  /** What stands above this page, outermost first. */
  crumbs?: readonly Crumb[];
  actions?: ReactNode;
  /** Uses the whole screen: boards and wide tables. */
  wide?: boolean;
  /** The moment the figures hold for, already in words; printed under the title. */
  asOf?: string;
  children: ReactNode;
};

/** A page: where it belongs, its title, what can be done, and its content. */
export async function PageFrame({ title, crumbs = [], actions, wide = false, asOf, children }: Props) {
  const t = await getWords("shell");
  return (
    <main
      className={classNames(
        "mx-auto w-full min-w-0 flex-1 px-4 pt-4 pb-20 outline-none md:pb-10 lg:px-6 print:p-0",
        !wide && "max-w-[1200px]",
      )}
      id="main"
      tabIndex={-1}
    >
      {crumbs.length > 0 ? <Crumbs crumbs={crumbs} label={t("crumbs")} /> : null}
      <div className="mb-4 flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <h1 className="min-w-0 text-title">{title}</h1>
        {actions ? <div className="flex flex-wrap items-center gap-2 print:hidden">{actions}</div> : null}
      </div>
      {asOf ? <p className="mb-3 hidden text-small print:block">{t("asOf", { moment: asOf })}</p> : null}
      {children}
    </main>
  );
}

function Crumbs({ crumbs, label }: { crumbs: readonly Crumb[]; label: string }) {
  return (
    <nav aria-label={label} className="mb-1 print:hidden">
      <ol className="flex flex-wrap text-muted text-small">
        {crumbs.map((crumb) => (
          <li key={crumb.href}>
            <Link className="inline-block py-1 hover:text-ink hover:underline" href={crumb.href}>
              {crumb.label}
            </Link>
            <span aria-hidden="true" className="px-1.5">
              /
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
