import { Button, LinkButton } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { AREAS, type Filter } from "@/lib/audit/rules";
import { getWords } from "@/lib/words";

/** A form whose answer is an address: what is looked for can be kept and sent. */
export async function JournalFilter({ filter }: { filter: Filter }) {
  const t = await getWords("admin");
  return (
    <form
      action="/admin/journal"
      className="mb-4 grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-[repeat(4,minmax(0,1fr))_auto]"
    >
      <TextInput
        defaultValue={filter.from ?? ""}
        label={t("journal.from")}
        name="from"
        placeholder="2024-03-01"
      />
      <TextInput defaultValue={filter.to ?? ""} label={t("journal.to")} name="to" placeholder="2024-03-31" />
      <TextInput defaultValue={filter.actor ?? ""} label={t("journal.actor")} name="actor" />
      <Select
        defaultValue={filter.area ?? ""}
        label={t("journal.area")}
        name="area"
        options={AREAS.map((area) => ({ value: area, label: t(`area.${area}`) }))}
        placeholder={t("journal.anyArea")}
      />
      <div className="flex gap-2">
        <Button type="submit" variant="primary">
          {t("journal.query")}
        </Button>
        <LinkButton href="/admin/journal" variant="quiet">
          {t("journal.reset")}
        </LinkButton>
      </div>
    </form>
  );
}
