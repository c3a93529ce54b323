import Link from "next/link";
import type { ReactNode } from "react";
import { getWords } from "@/lib/words";
import { BarLinks } from "./nav-links";
import type { NavItem } from "./navigation";
import { PersonMenu } from "./person-menu";

type Props = {
  items: NavItem[];
  plan: { title: string; year: number } | null;
  person: { name: string; note?: string };
  /** Where the search of the office stands. */
  search?: ReactNode;
  /** What is new for this person. */
  inbox?: ReactNode;
};

/** The head of every page: what this is, where one can go, who one is. */
export async function AppBar({ items, plan, person, search, inbox }: Props) {
  const t = await getWords("shell");
  return (
    <header className="sticky top-0 z-30 border-line border-b bg-paper print:hidden">
      <div className="mx-auto flex h-(--bar) items-center gap-3 px-4 xl:gap-5 xl:px-6">
        <Link className="flex shrink-0 items-center gap-2.5" href="/">
          <span className="rounded bg-brand px-1.5 py-0.5 font-semibold text-[17px] text-white leading-6">
            {t("product")}
          </span>
        </Link>
        {plan ? <PlanName plan={plan} year={t("year", { year: String(plan.year) })} /> : null}
        <BarLinks items={items} />
        <div className="ml-auto flex min-w-0 items-center gap-1">
          {search}
          {inbox}
          <PersonMenu name={person.name} note={person.note} />
        </div>
      </div>
    </header>
  );
}

function PlanName({ plan, year }: { plan: { title: string }; year: string }) {
  return (
    <span className="hidden min-w-0 items-baseline gap-2 border-line border-l pl-3 min-[1600px]:flex">
      <span className="tabular shrink-0 font-semibold">{year}</span>
      <span className="line-clamp-1 max-w-[22em] text-muted" title={plan.title}>
        {plan.title}
      </span>
    </span>
  );
}
