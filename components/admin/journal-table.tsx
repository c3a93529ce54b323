import { momentOf } from "@/components/settings/moment";
import { Table, Td, Th } from "@/components/ui/table";
import type { AuditRow } from "@/lib/audit/queries";
import type { Words } from "@/lib/message-format";
import { getWords } from "@/lib/words";

const COLUMNS = ["seq", "time", "who", "what", "subject", "source", "details"] as const;

export async function JournalTable({ rows }: { rows: readonly AuditRow[] }) {
  const [t, auth] = await Promise.all([getWords("admin"), getWords("auth")]);
  return (
    <Table caption={t("journal.caption")}>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <Th key={column} number={column === "seq"}>
              {t(`journal.${column}`)}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.seq}>
            <Td number>{row.seq}</Td>
            <Td className="tabular whitespace-nowrap">{momentOf(row.recordedAt)}</Td>
            <Td className="whitespace-nowrap">{row.actor}</Td>
            <Td className="whitespace-nowrap">{wordOf(t, `kind.${row.kind}`, row.kind)}</Td>
            <Td className="tabular whitespace-nowrap">
              {wordOf(t, `subject.${row.subjectType}`, row.subjectType)}
              {row.subjectId === null ? null : ` ${row.subjectId}`}
            </Td>
            <Td className="tabular whitespace-nowrap">{row.source ?? "—"}</Td>
            <Td className="min-w-64">
              <Details row={row} say={(key, value) => sayValue(t, auth, key, value)} t={t} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

type DetailsProps = { row: AuditRow; t: Words; say: (field: string, value: unknown) => string };

function Details({ row, t, say }: DetailsProps) {
  if (row.changes === null) return <span className="text-muted">{t("journal.hidden")}</span>;
  return (
    <>
      {Object.entries(row.changes)
        .filter(([, [before, after]]) => isTelling(before, after))
        .map(([field, [before, after]]) => {
          const values = {
            field: wordOf(t, `field.${field}`, field),
            before: say(field, before),
            after: say(field, after),
          };
          return (
            <span className="block" key={field}>
              {before === null ? t("journal.value", values) : t("journal.change", values)}
            </span>
          );
        })}
      {row.reason ? <span className="block">{t("journal.reason", { reason: row.reason })}</span> : null}
    </>
  );
}

/** Counts of nothing, and what stayed the same, need no line. */
function isTelling(before: unknown, after: unknown): boolean {
  return (before ?? 0) !== (after ?? 0);
}

/** What has no word yet is told as it stands in the journal. */
function wordOf(t: Words, key: string, otherwise: string): string {
  return t.has(key) ? t(key) : otherwise;
}

function sayValue(t: Words, auth: Words, field: string, value: unknown): string {
  if (value === null || value === undefined || value === "") return t("journal.nothing");
  if (field === "roles" && Array.isArray(value)) {
    const roles = value.map((role) => wordOf(auth, `role.${role}`, String(role)));
    return roles.join("、") || t("journal.nothing");
  }
  if (field === "method") return wordOf(t, `method.${value}`, String(value));
  if (field.endsWith("At") && typeof value === "string") return momentOf(new Date(value));
  if (Array.isArray(value)) return value.join(" ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
