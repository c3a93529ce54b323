"use client";

import { useState } from "react";
import { useChange } from "@/components/data/use-change";
import { Combobox, type ComboboxOption } from "@/components/ui/combobox";
import { DayInput } from "@/components/ui/day-input";
import { FormDialog } from "@/components/ui/form-dialog";
import { notify } from "@/components/ui/toast-queue";
import type { Day } from "@/lib/calendar/rules";
import type { Holder, Organisation, OrganisationPost } from "@/lib/organisation/queries";
import { useWords } from "@/lib/words-client";
import type { Rights } from "./organisation-view";
import { emptiedBy, peopleInOrder } from "./tree-rules";

type SeatProps = {
  organisation: Organisation;
  rights: Rights;
  postId?: number;
  personId?: number;
  onClose: () => void;
};

/** Somebody takes a post from a day on. */
export function SeatDialog({ organisation, rights, postId, personId, onClose }: SeatProps) {
  const t = useWords("organisation");
  const { change, pending, problem } = useChange("holding.begin");
  const [person, setPerson] = useState<number | null>(personId ?? null);
  const [post, setPost] = useState<number | null>(postId ?? null);
  const [from, setFrom] = useState<Day | null>(organisation.today);
  const [tried, setTried] = useState(false);
  const submit = async () => {
    setTried(true);
    if (person === null || post === null || from === null) return;
    if ((await change({ postId: post, personId: person, from })) === null) return;
    notify({ text: t("done.seated") });
    onClose();
  };
  return (
    <FormDialog
      description={rights.people ? undefined : t("seat.peopleBy")}
      onClose={onClose}
      onSubmit={submit}
      pending={pending}
      submit={t("menu.seat")}
      title={t("menu.seat")}
    >
      <Combobox
        error={tried && person === null ? t("needs.person") : null}
        hint={t("seat.hint")}
        label={t("column.person")}
        name="person"
        onChange={setPerson}
        options={personOptions(organisation)}
        value={person}
      />
      <Combobox
        error={tried && post === null ? t("needs.post") : null}
        label={t("column.post")}
        name="post"
        onChange={setPost}
        options={postOptions(organisation, t("vacant.word"))}
        value={post}
      />
      <DayInput
        error={problem?.fields.from ?? (tried && from === null ? t("needs.day") : null)}
        label={t("seat.from")}
        name="from"
        onChange={setFrom}
        today={organisation.today}
        value={from}
      />
    </FormDialog>
  );
}

function personOptions(organisation: Organisation): ComboboxOption[] {
  return peopleInOrder(organisation)
    .filter(({ leftOn }) => leftOn === null)
    .map(({ id, name, pinyin, initials, posts }) => ({
      ...{ id, label: name, keys: `${pinyin} ${initials}` },
      note: posts.map((post) => post.name).join("、") || undefined,
    }));
}

function postOptions({ units, posts }: Organisation, vacant: string): ComboboxOption[] {
  return units.flatMap((unit) =>
    posts
      .filter((post) => post.unitId === unit.id && post.closedOn === null)
      .map(({ id, name, holders }) => ({
        ...{ id, label: name, group: unit.name },
        note: holders.map((holder) => holder.name).join("、") || vacant,
      })),
  );
}

type UnseatProps = {
  organisation: Organisation;
  post: OrganisationPost;
  holder: Holder;
  onClose: () => void;
};

/** Somebody gives a post up; the work stays with the post, and who leaves it empty is told so. */
export function UnseatDialog({ organisation, post, holder, onClose }: UnseatProps) {
  const t = useWords("organisation");
  const { change, pending, problem } = useChange("holding.end");
  const [on, setOn] = useState<Day | null>(holder.to ?? organisation.today);
  const [tried, setTried] = useState(false);
  const empties = emptiedBy(organisation, holder.personId).some(({ id }) => id === post.id);
  const submit = async () => {
    setTried(true);
    if (on === null || (await change({ holdingId: holder.holdingId, on })) === null) return;
    notify({ text: t("done.unseated", { name: holder.name }) });
    onClose();
  };
  return (
    <FormDialog
      description={
        empties ? t("unseat.empties", { post: post.name, work: post.work ?? 0 }) : t("unseat.stays")
      }
      onClose={onClose}
      onSubmit={submit}
      pending={pending}
      submit={t("unseat.submit")}
      title={t("menu.unseat", { name: holder.name })}
    >
      <DayInput
        error={problem?.fields.on ?? (tried && on === null ? t("needs.day") : null)}
        label={t("unseat.lastDay")}
        name="on"
        onChange={setOn}
        today={organisation.today}
        value={on}
      />
    </FormDialog>
  );
}
