"use client";

import { Badge } from "@/components/ui/badge";
import { classNames } from "@/components/ui/class-names";
import { pasteHead } from "@/lib/ledgers/paste-table-rules";
import { useWords } from "@/lib/words-client";
import { useDesk } from "./ledger-context";
import type { Judged, Verdict } from "./paste-view-rules";
import type { Paste } from "./use-paste";

/** Rows that are drawn; the counts above tell of all. */
const MOST = 200;
const TONES = { new: "green", changed: "action", unchanged: "neutral", faulty: "red" } as const;

/** What was pasted, faulty rows first, each fault in its cell with the reason; above each column what it is taken for. */
export function PastePreview({ paste, only }: { paste: Paste; only: Verdict | null }) {
  const t = useWords("ledgers");
  const { judged, pasted, columns, problem } = paste;
  const rows = problem
    ? pasted.rows.slice(0, 20).map((_, line) => ({ line, verdict: "unchanged" as const, faults: [] }))
    : ordered(judged, only);
  return (
    <section
      aria-label={t("paste.preview")}
      className="max-h-[46dvh] overflow-auto border border-line"
      tabIndex={0}
    >
      <table className="w-full border-collapse text-ui">
        <caption className="sr-only">{t("paste.preview")}</caption>
        <thead>
          <tr>
            <th
              className="sticky top-0 z-10 bg-sunken px-2 text-right font-semibold text-muted text-small"
              scope="col"
            >
              {t("paste.row")}
            </th>
            {placed(columns).map(({ name, at, key }) => (
              <th className="sticky top-0 z-10 bg-sunken p-1 text-left font-normal" key={key} scope="col">
                <ColumnChoice at={at} name={name} paste={paste} />
              </th>
            ))}
            <th
              className="sticky top-0 z-10 bg-sunken px-2 text-left font-semibold text-muted text-small"
              scope="col"
            >
              {t("paste.verdict")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST).map((row) => (
            <Row key={row.line} paste={paste} row={row} />
          ))}
        </tbody>
      </table>
      {rows.length > MOST ? (
        <p className="p-2 text-muted text-small">{t("paste.more", { most: MOST, count: rows.length })}</p>
      ) : null}
    </section>
  );
}

/** The columns of a paste have no name of their own but their place. */
function placed(columns: readonly string[]) {
  return columns.map((name, at) => ({ name, at, key: `column ${at}` }));
}

function ordered(judged: readonly Judged[], only: Verdict | null): Judged[] {
  const chosen = only ? judged.filter(({ verdict }) => verdict === only) : judged;
  const faulty = chosen.filter(({ verdict }) => verdict === "faulty");
  return [...faulty, ...chosen.filter(({ verdict }) => verdict !== "faulty")];
}

function ColumnChoice({ paste, at, name }: { paste: Paste; at: number; name: string }) {
  const t = useWords("ledgers");
  const { ledger } = useDesk();
  return (
    <select
      aria-label={t("paste.column", { place: at + 1 })}
      className={classNames(
        "min-h-7 w-full min-w-24 rounded border bg-paper px-1 text-small",
        name === "" ? "border-line text-muted" : "border-edge font-semibold",
      )}
      onChange={(event) => paste.setColumn(at, event.target.value)}
      value={name}
    >
      <option value="">{t("paste.leaveOut")}</option>
      {pasteHead(ledger).map((word) => (
        <option key={word} value={word}>
          {word}
        </option>
      ))}
    </select>
  );
}

function Row({ paste, row }: { paste: Paste; row: Judged }) {
  const t = useWords("ledgers");
  const { columns, pasted } = paste;
  const cells = pasted.rows[row.line] ?? [];
  const faultIn = (name: string) => row.faults.find(({ column }) => column === name && name !== "");
  const elsewhere = row.faults.filter(({ column }) => !columns.includes(column) || column === "");
  return (
    <tr className="border-line border-t align-top">
      <td className="tabular px-2 py-1 text-right text-muted">{row.line + 1}</td>
      {placed(columns).map(({ name, at, key }) => {
        const fault = faultIn(name);
        return (
          <td
            className={classNames("px-2 py-1", fault && "bg-red-soft", name === "" && "text-muted")}
            key={key}
          >
            <span className="line-clamp-2">{cells[at]}</span>
            {fault ? (
              <span className="block text-red-strong text-small">{t(`fault.${fault.reason}`)}</span>
            ) : null}
          </td>
        );
      })}
      <td className="whitespace-nowrap px-2 py-1">
        <Badge tone={TONES[row.verdict]}>{t(`verdict.${row.verdict}`)}</Badge>
        {elsewhere.map(({ reason }) => (
          <span className="block text-red-strong text-small" key={reason}>
            {t(`fault.${reason}`)}
          </span>
        ))}
      </td>
    </tr>
  );
}
