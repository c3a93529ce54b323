import Link from "next/link";
import { classNames } from "@/components/ui/class-names";
import type { Dashboard } from "@/lib/dashboard/rules";
import { sayNumber, sayRatio } from "@/lib/house-style";
import type { Figure } from "@/lib/lights/figures";
import { getWords } from "@/lib/words";
import { listAt } from "./open-list";

const SHOWN = ["done", "onTrack", "behind", "overdue", "unreported", "extended"] as const satisfies Figure[];

/** The whole plan in a line of numbers; each opens its list. */
export async function FigureStrip({ dashboard }: { dashboard: Dashboard }) {
  const t = await getWords("dashboard");
  const { counts, closed } = dashboard;
  return (
    <ul
      aria-label={t("figures.label")}
      className="grid grid-cols-2 gap-px overflow-hidden rounded border border-line bg-line min-[480px]:grid-cols-4 xl:grid-cols-8"
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
    </ul>
  );
}

type CellProps = {
  label: string;
  value: number;
  href: string;
  /** Shown instead of the plain number. */
  text?: string;
  note?: string | undefined;
  noteHref?: string;
  alarming?: boolean;
};

function Cell({ label, value, href, text, note, noteHref, alarming = false }: CellProps) {
  return (
    <li className="relative bg-paper px-4 py-3">
      <Link className="block hover:underline" href={href} prefetch={false}>
        <span className="block text-muted text-small">{label}</span>
        <span
          className={classNames(
            "tabular block text-figure",
            value === 0 ? "text-muted" : alarming && "text-red-strong",
          )}
        >
          {text ?? sayNumber(value)}
        </span>
      </Link>
      {note ? (
        <span className="tabular block text-muted text-small">
          {noteHref ? (
            <Link className="hover:underline touch:py-2" href={noteHref} prefetch={false}>
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
