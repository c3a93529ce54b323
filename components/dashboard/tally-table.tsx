import type { BoardFilter, Choice } from "@/components/board/filter-rules";
import { classNames } from "@/components/ui/class-names";
import { ProgressBar } from "@/components/ui/progress-bar";
import { Table, Td, Th } from "@/components/ui/table";
import type { Row } from "@/lib/dashboard/rules";
import type { Figure } from "@/lib/lights/figures";
import type { Words } from "@/lib/message-format";
import { getWords } from "@/lib/words";
import { CountLink } from "./count-link";
import { listAt } from "./open-list";

/** `wide`: a phone leaves the column out. */
const COLUMNS: readonly { figure: Figure; wide?: boolean }[] = [
  { figure: "done" },
  { figure: "onTrack", wide: true },
  { figure: "behind" },
  { figure: "overdue" },
  { figure: "unreported" },
  { figure: "extended", wide: true },
];

type Props = { choice: Extract<Choice, "sections" | "units" | "sponsors">; rows: readonly Row[] };

/** The same figures for each section, unit or sponsor; every number opens its list. */
export async function TallyTable({ choice, rows }: Props) {
  const t = await getWords("dashboard");
  const title = t(`by.${choice}`);
  return (
    <section className="min-w-0">
      <h2 className="mb-2 text-heading">{title}</h2>
      <Table caption={title}>
        <thead>
          <tr>
            <Th className="max-md:px-2">{t(`column.${choice}`)}</Th>
            <Th className="md:w-20 max-md:px-2" number>
              {t("column.total")}
            </Th>
            {COLUMNS.map(({ figure, wide }) => (
              <Th className={classNames("md:w-20 max-md:px-2", wide && "max-md:hidden")} key={figure} number>
                {t(`column.${figure}`)}
              </Th>
            ))}
            <Th className="w-60 max-md:hidden">{t("column.progress")}</Th>
            <Th className="w-28 max-md:hidden" number>
              {t("column.closed")}
            </Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line choice={choice} key={row.id} row={row} t={t} />
          ))}
        </tbody>
      </Table>
    </section>
  );
}

function Line({ choice, row, t }: { choice: Props["choice"]; row: Row; t: Words }) {
  const { id, counts, closed } = row;
  const name = row.name || t(`none.${choice}`);
  const at = (more: Partial<BoardFilter>) => listAt({ [choice]: [id], ...more });
  return (
    <tr>
      <Td className="max-md:px-2">
        {choice === "sections" ? <span className="mr-2 text-muted">{row.note}</span> : null}
        {name}
        {choice === "sponsors" && row.note ? (
          <span className="ml-2 text-muted text-small max-md:ml-0 max-md:block">{row.note}</span>
        ) : null}
      </Td>
      <Td className="max-md:px-2" number>
        <CountLink count={counts.total} href={at({})} label={`${name} ${t("column.total")}`} />
      </Td>
      {COLUMNS.map(({ figure, wide }) => (
        <Td className={classNames("max-md:px-2", wide && "max-md:hidden")} key={figure} number>
          <CountLink
            alarming={figure === "overdue"}
            count={counts[figure]}
            href={at({ figure })}
            label={`${name} ${t(`column.${figure}`)}`}
          />
        </Td>
      ))}
      <Td className="max-md:hidden">
        <Course row={row} t={t} />
      </Td>
      <Td className="max-md:hidden" number>
        <CountLink
          count={closed}
          href={at({ figure: "due", statuses: ["closed"] })}
          label={`${name} ${t("column.closed")}`}
        />
        <span className="text-muted"> / </span>
        <CountLink count={counts.due} href={at({ figure: "due" })} label={`${name} ${t("column.due")}`} />
      </Td>
    </tr>
  );
}

function Course({ row: { progress, planned }, t }: { row: Row; t: Words }) {
  if (progress === null || planned === null) return <span className="text-muted">—</span>;
  return (
    <span className="flex items-center gap-3">
      <span className="block flex-1">
        <ProgressBar
          expected={planned / 100}
          label={t("progressBar", { progress, planned })}
          value={progress / 100}
        />
      </span>
      <span className="tabular w-14 shrink-0 text-right">{progress}%</span>
    </span>
  );
}
