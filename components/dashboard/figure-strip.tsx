import Link from "next/link";
import { classNames } from "@/components/ui/class-names";
import type { Dashboard } from "@/lib/dashboard/rules";
import { sayNumber, sayRatio } from "@/lib/house-style";
import type { Figure } from "@/lib/lights/figures";
import type { Closure } from "@/lib/samplings/rules";
import { getWords } from "@/lib/words";
import { listAt } from "./open-list";

const SHOWN = ["done", "onTrack", "behind", "overdue", "unreported", "extended"] as const satisfies Figure[];

type Props = {
  dashboard: Dashboard;
  closure: Closure;
  /** Where the random samples stand; null for who may not open them. */
  samplesHref: string | null;
};

/** The whole plan in a line of numbers; each opens its list. */
export async function FigureStrip({ dashboard, closure, samplesHref }: Props) {
  const t = await getWords("dashboard");
  const { counts, closed } = dashboard;
  const { passed, rechecked } = closure;
  return (
    <ul
      aria-label={t("figures.label")}
      className="grid grid-cols-3 gap-px overflow-hidden rounded border border-line bg-line xl:grid-cols-9"
    >
      <Cell href={listAt({})} label={t("figures.total")} value={counts.total} />
      {SHOWN.map((figure) => (
        <Cell
          alarming={figure === "overdue"}
          href={listAt({ figure })}
          key={figure}
          label={t(`figures.${figure}`)}
          note={counts.total > 0 && figure === "done" ? sayRatio(counts.done / counts.total) : undefined}
          value={counts[figure]}
        />
      ))}
      <Cell
        href={listAt({ figure: "due", statuses: ["closed"] })}
        label={t("figures.closed")}
        note={t("figures.ofDue", { due: counts.due })}
        noteHref={listAt({ figure: "due" })}
        text={counts.due > 0 ? sayRatio(closed / counts.due) : "—"}
        value={closed}
      />
      <Cell
        href={samplesHref}
        label={t("figures.passed")}
        note={t(rechecked > 0 ? "figures.ofRechecked" : "figures.noRecheck", { rechecked })}
        text={rechecked > 0 ? sayRatio(passed / rechecked) : "—"}
        value={rechecked}
      />
    </ul>
  );
}

type CellProps = {
  label: string;
  value: number;
  href: string | null;
  /** Shown instead of the plain number. */
  text?: string;
  note?: string | undefined;
  noteHref?: string;
  alarming?: boolean;
};

function Cell({ label, value, href, text, note, noteHref, alarming = false }: CellProps) {
  const figure = (
    <>
      <span className="block text-muted text-small">{label}</span>
      <span
        className={classNames(
          "tabular block text-figure max-sm:text-[1.625rem]",
          value === 0 ? "text-muted" : alarming && "text-red-strong",
        )}
      >
        {text ?? sayNumber(value)}
      </span>
    </>
  );
  return (
    <li className="bg-paper px-3 py-3 sm:px-4">
      {href === null ? (
        figure
      ) : (
        <Link className="block hover:underline" href={href} prefetch={false}>
          {figure}
        </Link>
      )}
      {note ? (
        <span className="tabular block text-muted text-small">
          {noteHref ? (
            <Link
              className="inline-flex min-h-6 items-center hover:underline touch:py-2"
              href={noteHref}
              prefetch={false}
            >
              {note}
            </Link>
          ) : (
            note
          )}
        </span>
      ) : null}
    </li>
  );
}
