"use client";

import { useRef, useState } from "react";
import { useChange } from "@/components/data/use-change";
import { Button } from "@/components/ui/button";
import { DayInput } from "@/components/ui/day-input";
import { FormDialog } from "@/components/ui/form-dialog";
import { TextInput } from "@/components/ui/text-input";
import { notify } from "@/components/ui/toast-queue";
import type { Day } from "@/lib/calendar/rules";
import type { Organisation, Person } from "@/lib/organisation/queries";
import { useWords } from "@/lib/words-client";
import { SeatDialog } from "./holding-dialogs";
import type { Rights } from "./organisation-view";
import { emptiedBy } from "./tree-rules";

export type PersonAsked = { what: "add" } | { what: "edit" | "leave" | "seat"; person: Person };

type Props = { asked: PersonAsked; organisation: Organisation; rights: Rights; onClose: () => void };

/** The dialog for what was asked about a person. */
export function PersonDialogs({ asked, organisation, rights, onClose }: Props) {
  if (asked.what === "add") return <AddDialog onClose={onClose} />;
  if (asked.what === "edit") return <EditDialog onClose={onClose} person={asked.person} />;
  if (asked.what === "leave") {
    return <LeaveDialog onClose={onClose} organisation={organisation} person={asked.person} />;
  }
  return (
    <SeatDialog onClose={onClose} organisation={organisation} personId={asked.person.id} rights={rights} />
  );
}

/** Adds somebody; Enter adds and asks for the next one. */
function AddDialog({ onClose }: { onClose: () => void }) {
  const t = useWords("organisation");
  const { change, pending, problem } = useChange("person.add");
  const [name, setName] = useState("");
  const [phone, setPhone] = useState("");
  const [missing, setMissing] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const submit = async () => {
    setMissing(name.trim() === "");
    if (name.trim() === "") return input.current?.focus();
    if ((await change({ name, phone })) === null) return;
    notify({ text: t("done.added", { name }) });
    setName("");
    setPhone("");
    input.current?.focus();
  };
  return (
    <FormDialog
      onClose={onClose}
      onSubmit={submit}
      pending={pending}
      submit={t("add.submit")}
      title={t("people.add")}
    >
      <TextInput
        data-autofocus
        error={problem?.fields.name ?? (missing ? t("needs.name") : null)}
        hint={t("add.next")}
        label={t("column.person")}
        maxLength={40}
        name="name"
        onChange={(event) => setName(event.target.value)}
        ref={input}
        value={name}
      />
      <PhoneInput onChange={setPhone} value={phone} />
    </FormDialog>
  );
}

function PhoneInput({ value, onChange }: { value: string; onChange: (phone: string) => void }) {
  const t = useWords("organisation");
  return (
    <TextInput
      inputMode="tel"
      label={t("column.phone")}
      maxLength={30}
      name="phone"
      onChange={(event) => onChange(event.target.value)}
      optional
      value={value}
    />
  );
}

/** Corrects a name or number; when somebody was faster, both are shown and the text stays. */
function EditDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const t = useWords("organisation");
  const { change, pending, problem, clear } = useChange("person.edit");
  const [name, setName] = useState(person.name);
  const [phone, setPhone] = useState(person.phone);
  const send = async (version: number) => {
    if ((await change({ personId: person.id, version, name, phone })) !== null) onClose();
  };
  const theirs = problem?.isStale ? problem.current : null;
  return (
    <FormDialog
      onClose={onClose}
      onSubmit={() => void send(Number(theirs?.version ?? person.version))}
      pending={pending}
      submit={t(theirs ? "useMine" : "people.save")}
      title={t("people.edit")}
    >
      {theirs ? (
        <p className="flex flex-wrap items-center gap-2 rounded bg-yellow-soft px-3 py-2" role="alert">
          {t("conflict", {
            theirs: [theirs.name, theirs.phone].filter(Boolean).join(" "),
            yours: [name, phone].filter(Boolean).join(" "),
          })}
          <Button
            onClick={() => {
              clear();
              onClose();
            }}
            size="sm"
          >
            {t("useTheirs")}
          </Button>
        </p>
      ) : null}
      <TextInput
        data-autofocus
        error={problem?.fields.name}
        label={t("column.person")}
        maxLength={40}
        name="name"
        onChange={(event) => setName(event.target.value)}
        value={name}
      />
      <PhoneInput onChange={setPhone} value={phone} />
    </FormDialog>
  );
}

type LeaveProps = { person: Person; organisation: Organisation; onClose: () => void };

/** Somebody leaves: before it is done, it is said which posts stay empty and how much work is in them. */
function LeaveDialog({ person, organisation, onClose }: LeaveProps) {
  const t = useWords("organisation");
  const { change, pending, problem } = useChange("person.leave");
  const [on, setOn] = useState<Day | null>(organisation.today);
  const [tried, setTried] = useState(false);
  const emptied = emptiedBy(organisation, person.id);
  const submit = async () => {
    setTried(true);
    if (on === null) return;
    if ((await change({ personId: person.id, version: person.version, on })) === null) return;
    notify({ text: t("done.left", { name: person.name }) });
    onClose();
  };
  return (
    <FormDialog
      danger
      description={t("leave.tells")}
      onClose={onClose}
      onSubmit={submit}
      pending={pending}
      submit={t("people.leave")}
      title={t("leave.title", { name: person.name })}
    >
      {emptied.length > 0 ? (
        <div className="rounded bg-yellow-soft px-3 py-2">
          <p>{t("leave.empties")}</p>
          <ul>
            {emptied.map((post) => (
              <li key={post.id}>
                {post.work === null ? post.name : t("leave.post", { post: post.name, work: post.work })}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <DayInput
        error={
          problem?.isStale
            ? t("stale")
            : (problem?.fields.on ?? (tried && on === null ? t("needs.day") : null))
        }
        label={t("leave.lastDay")}
        name="on"
        onChange={setOn}
        today={organisation.today}
        value={on}
      />
    </FormDialog>
  );
}
