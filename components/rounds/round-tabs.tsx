import Link from "next/link";
import { classNames } from "@/components/ui/class-names";
import { type Actor, may } from "@/lib/auth/permissions";
import { getWords } from "@/lib/words";

const PAGES = [
  { key: "report", href: "/report" },
  { key: "rounds", href: "/rounds" },
] as const;

/** The two sides of reporting: what I owe, and what everybody owes. */
export async function RoundTabs({ actor, at }: { actor: Actor; at: (typeof PAGES)[number]["key"] }) {
  if (!may(actor, "round.see")) return null;
  const t = await getWords("report");
  return (
    <nav aria-label={t("tabs.label")} className="mb-5 flex gap-4 border-line border-b print:hidden">
      {PAGES.map(({ key, href }) => (
        <Link
          aria-current={key === at ? "page" : undefined}
          className={classNames(
            "-mb-px inline-flex min-h-control items-center border-b-2 px-1 text-ui touch:min-h-11",
            key === at ? "border-action font-semibold" : "border-transparent text-muted hover:text-ink",
          )}
          href={href}
          key={key}
        >
          {t(`tabs.${key}`)}
        </Link>
      ))}
    </nav>
  );
}
