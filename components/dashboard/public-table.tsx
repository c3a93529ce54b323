import { ProgressBar } from "@/components/ui/progress-bar";
import { Table, Td, Th } from "@/components/ui/table";
import type { Figures, PublicFigures } from "@/lib/dashboard/public-rules";
import { sayNumber } from "@/lib/house-style";
import { getWords } from "@/lib/words";

const COLUMNS = ["total", "done", "onTrack", "behind", "overdue"] as const satisfies (keyof Figures)[];

/** The published figures: the whole in large numbers, then section by section. */
export async function PublicTable({ page, day }: { page: PublicFigures; day: string }) {
  const t = await getWords("publicPage");
  const caption = t("caption", { day });
  return (
    <>
      <dl className="mb-6 grid grid-cols-2 gap-px overflow-hidden rounded border border-line bg-line sm:grid-cols-5">
        {COLUMNS.map((column) => (
          <div className="bg-paper px-4 py-3 max-sm:last:col-span-2" key={column}>
            <dt className="text-muted text-small">{t(`column.${column}`)}</dt>
            <dd className="tabular text-figure">{sayNumber(page[column])}</dd>
          </div>
        ))}
      </dl>
      <Table caption={caption}>
        <thead>
          <tr>
            <Th className="max-sm:px-1.5">{t("column.section")}</Th>
            {COLUMNS.map((column) => (
              <Th className="max-sm:px-1.5" key={column} number>
                {t(`column.${column}`)}
              </Th>
            ))}
            <Th className="w-44 max-sm:hidden">{t("column.progress")}</Th>
          </tr>
        </thead>
        <tbody>
          {page.sections.map((section) => (
            <tr key={section.code}>
              <Td className="max-sm:px-1.5 sm:min-w-36">
                <span className="mr-2 text-muted">{section.code}</span>
                {section.title}
              </Td>
              {COLUMNS.map((column) => (
                <Td className="max-sm:px-1.5" key={column} number>
                  {sayNumber(section[column])}
                </Td>
              ))}
              <Td className="max-sm:hidden">
                <Progress
                  label={t("progress", { progress: section.progress ?? 0 })}
                  value={section.progress}
                />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  );
}

function Progress({ value, label }: { value: number | null; label: string }) {
  if (value === null) return <span className="text-muted">—</span>;
  return (
    <span className="flex items-center gap-3">
      <span className="block flex-1">
        <ProgressBar label={label} value={value / 100} />
      </span>
      <span className="tabular w-10 text-right">{value}%</span>
    </span>
  );
}
