"use client";

import { useBoard } from "@/components/data/use-board";
import { Combobox } from "@/components/ui/combobox";
import { DayInput } from "@/components/ui/day-input";
import { IconButton } from "@/components/ui/icon-button";
import { Icon } from "@/components/ui/icons";
import { TextInput } from "@/components/ui/text-input";
import type { Day } from "@/lib/calendar/rules";
import { useWords } from "@/lib/words-client";
import type { MemberDraft } from "./series-draft";

type Props = {
  kind: "units" | "posts";
  members: MemberDraft[];
  set: (members: MemberDraft[]) => void;
  today: Day;
};

/** Who is compared: units or posts, each from a day on. */
export function MemberFields({ kind, members, set, today }: Props) {
  const t = useWords("leagues");
  const choices = useChoices(kind);
  const taken = new Set(
    members.filter(({ activeTo }) => activeTo === null).map(({ subjectId }) => subjectId),
  );
  const add = (id: number | null) => {
    const found = choices.find((choice) => choice.id === id);
    if (!found) return;
    const activeFrom = `${today.slice(0, 4)}-01-01`;
    set([...members, { subjectId: found.id, name: found.label, group: "", activeFrom, activeTo: null }]);
  };
  const change = (at: number, fields: Partial<MemberDraft>) =>
    set(members.map((member, place) => (place === at ? { ...member, ...fields } : member)));
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-2 font-semibold text-heading">
        {t("series.members", { count: members.length })}
      </legend>
      <Combobox
        label={t(kind === "units" ? "series.addUnit" : "series.addPost")}
        onChange={add}
        options={choices.filter(({ id }) => !taken.has(id))}
        value={null}
      />
      <ul>
        {members.map((member, at) => (
          <MemberLine
            at={at}
            key={`${member.memberId ?? "new"} ${member.subjectId}`}
            member={member}
            onChange={(fields) => change(at, fields)}
            onRemove={() => set(members.filter((_, place) => place !== at))}
            today={today}
          />
        ))}
      </ul>
    </fieldset>
  );
}

/** Units, or posts, in the organisation's order. */
function useChoices(kind: "units" | "posts") {
  const board = useBoard();
  if (!board) return [];
  if (kind === "units")
    return [...board.units.values()].map(({ id, shortName, name }) => ({ id, label: shortName, note: name }));
  return [...board.posts.values()].map(({ id, name, unitId }) => ({
    id,
    label: name,
    note: board.units.get(unitId)?.shortName ?? "",
  }));
}

type LineProps = {
  at: number;
  member: MemberDraft;
  today: Day;
  onChange: (fields: Partial<MemberDraft>) => void;
  onRemove: () => void;
};

function MemberLine({ at, member, today, onChange, onRemove }: LineProps) {
  const t = useWords("leagues");
  return (
    <li className="grid items-end gap-3 border-line border-t py-2 sm:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)_minmax(0,1fr)_minmax(0,1fr)_auto]">
      <strong className="self-center">{member.name}</strong>
      <TextInput
        label={t("series.group")}
        maxLength={30}
        name={`members.${at}.group`}
        onChange={(event) => onChange({ group: event.target.value })}
        optional
        value={member.group}
      />
      <DayInput
        hint=""
        label={t("series.activeFrom")}
        name={`members.${at}.activeFrom`}
        onChange={(activeFrom) => onChange({ activeFrom })}
        today={today}
        value={member.activeFrom}
      />
      <DayInput
        hint=""
        label={t("series.activeTo")}
        name={`members.${at}.activeTo`}
        onChange={(activeTo) => onChange({ activeTo })}
        optional
        today={today}
        value={member.activeTo}
      />
      <IconButton label={t("series.removeMember", { name: member.name })} onClick={onRemove}>
        <Icon name="close" />
      </IconButton>
    </li>
  );
}
