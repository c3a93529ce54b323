import Link from "next/link";
import { classNames } from "@/components/ui/class-names";
import type { Figures as FigureCounts, ListKey } from "@/lib/meetings/review-rules";
import { getWords } from "@/lib/words";

const SHOWN: readonly { key: ListKey; tone?: string; apart?: true }[] = [
  { key: "all" },
  { key: "done" },
  { key: "onTrack" },
  { key: "behind" },
  { key: "other" },
  { key: "overdue", tone: "text-red-strong", apart: true },
  { key: "unreported" },
];

type Props = { figures: FigureCounts; meetingId: number; chosen: ListKey | null };

/** The numbers of the head; each opens the list of its tasks. The first is the sum of the next four. */
export async function Figures({ figures, meetingId, chosen }: Props) {
  const t = await getWords("meetings");
  return (
    <nav aria-label={t("figures.label")}>
      <ul className="grid grid-cols-3 overflow-hidden rounded border border-line bg-line sm:grid-cols-4 md:grid-cols-7 print:grid-cols-7">
        {SHOWN.map(({ key, tone, apart }) => (
          <li
            className={classNames(
              "bg-paper first:col-span-3 sm:first:col-span-2 md:first:col-span-1 print:first:col-span-1",
              apart && "md:ml-px",
            )}
            key={key}
          >
            <Link
              aria-current={chosen === key ? "true" : undefined}
              className={classNames(
                "flex h-full flex-col gap-0.5 px-4 py-3 -outline-offset-2 hover:bg-action-soft print:px-2 print:py-1",
                chosen === key && "bg-action-soft",
              )}
              href={chosen === key ? `/meetings/${meetingId}` : `/meetings/${meetingId}?list=${key}#list`}
            >
              <span className="text-muted text-small">{t(`list.${key}`)}</span>
              <span className={classNames("tabular text-figure", figures[key] > 0 && tone)}>
                {figures[key]}
                {key === "unreported" ? (
                  <span className="ml-1 text-muted text-ui">{t("figures.of", { owing: figures.owing })}</span>
                ) : null}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
