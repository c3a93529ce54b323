import { Section } from "@/components/settings/section";
import { Table, Td, Th } from "@/components/ui/table";
import { ENTRY_ACTIONS } from "@/lib/auth/entry-permissions";
import { CAPACITIES, OFFICE_ACTIONS, ROLES, SEEN_BY, TASK_ACTIONS } from "@/lib/auth/permissions";
import { getWords } from "@/lib/words";
import { Mark } from "./mark";

type Row = { key: string; label: string; allowed: readonly string[] };
type Props = {
  caption: string;
  head: string;
  columns: readonly { key: string; label: string }[];
  rows: readonly Row[];
};

async function RightsTable({ caption, head, columns, rows }: Props) {
  const t = await getWords("admin");
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <Th>{head}</Th>
          {columns.map(({ key, label }) => (
            <Th key={key}>{label}</Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label, allowed }) => (
          <tr key={key}>
            <th
              className="whitespace-nowrap border-line border-b px-3 py-cell text-left font-normal"
              scope="row"
            >
              {label}
            </th>
            {columns.map((column) => (
              <Td key={column.key}>
                <Mark no={t("policy.mayNot")} on={allowed.includes(column.key)} yes={t("policy.may")} />
              </Td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** The permission table as a document: drawn from the very table that the product asks. */
export async function PermissionTables() {
  const [t, auth] = await Promise.all([getWords("admin"), getWords("auth")]);
  const capacities = CAPACITIES.map((key) => ({ key, label: t(`capacity.${key}`) }));
  const rowsOf = (table: Record<string, readonly string[]>, words: string): Row[] =>
    Object.entries(table).map(([key, allowed]) => ({ key, label: t(`${words}.${key}`), allowed }));
  return (
    <>
      <Section id="policy" intro={t("policy.intro")} title={t("policy.title")}>
        <h3 className="mt-4 mb-2 font-semibold text-ui">{t("policy.capacities")}</h3>
        <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-[max-content_1fr]">
          {capacities.map(({ key, label }) => (
            <div className="contents" key={key}>
              <dt className="text-muted">{label}</dt>
              <dd className="max-sm:mb-1">{t(`capacityAbout.${key}`)}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section id="onTask" title={t("policy.onTask")}>
        <RightsTable
          caption={t("policy.onTaskCaption")}
          columns={capacities}
          head={t("policy.action")}
          rows={rowsOf(TASK_ACTIONS, "action")}
        />
      </Section>
      <Section id="onEntry" title={t("policy.onEntry")}>
        <RightsTable
          caption={t("policy.onEntryCaption")}
          columns={(["holder", "unit", "sponsor"] as const).map((key) => ({
            key,
            label: t(`entryCapacity.${key}`),
          }))}
          head={t("policy.action")}
          rows={rowsOf(ENTRY_ACTIONS, "action")}
        />
      </Section>
      <Section id="seeing" title={t("policy.seeing")}>
        <RightsTable
          caption={t("policy.seeingCaption")}
          columns={capacities}
          head={t("policy.label")}
          rows={rowsOf(SEEN_BY, "label")}
        />
      </Section>
      <Section id="inOffice" title={t("policy.inOffice")}>
        <RightsTable
          caption={t("policy.inOfficeCaption")}
          columns={ROLES.map((key) => ({ key, label: auth(`role.${key}`) }))}
          head={t("policy.action")}
          rows={rowsOf(OFFICE_ACTIONS, "action")}
        />
      </Section>
    </>
  );
}
