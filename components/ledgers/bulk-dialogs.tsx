"use client";

import { useState } from "react";
import { useCommand } from "@/components/data/use-command";
import { Combobox } from "@/components/ui/combobox";
import { FormDialog } from "@/components/ui/form-dialog";
import { TextArea } from "@/components/ui/text-area";
import { notify } from "@/components/ui/toast-queue";
import type { Entry } from "@/lib/ledgers/rules";
import { useWords } from "@/lib/words-client";
import { useDesk } from "./ledger-context";
import { useOwners } from "./use-owners";

type Props = { entries: readonly Entry[]; onClose: () => void; onDone: () => void };

/** One change of many entries, all or none. */
function useMany(name: string, entries: readonly Entry[]) {
  const t = useWords("ledgers");
  const { ledger, state } = useDesk();
  const { run, pending, problem } = useCommand(name);
  const change = async (input: object, done: string) => {
    const named = entries.map(({ id }) => ({ entryId: id, version: state.byId.get(id)?.version ?? 1 }));
    const result = await run({ ledgerId: ledger.id, entries: named, ...input }).catch(() => null);
    await state.reload();
    if (result === null) return false;
    notify({ text: done, tone: "success" });
    return true;
  };
  return { change, pending, stale: problem?.isStale ? t("stale") : null };
}

/** Gives many entries to one unit, post or leader; what is left empty stays as it is. */
export function AssignManyDialog({ entries, onClose, onDone }: Props) {
  const t = useWords("ledgers");
  const owners = useOwners();
  const { change, pending, stale } = useMany("entry.editMany", entries);
  const [said, setSaid] = useState({
    unitId: null as number | null,
    postId: null as number | null,
    sponsorPostId: null as number | null,
  });
  const [tried, setTried] = useState(false);
  const chosen = Object.fromEntries(Object.entries(said).filter(([, id]) => id !== null));
  const none = Object.keys(chosen).length === 0;
  const submit = async () => {
    setTried(true);
    if (none || !(await change(chosen, t("bulk.assigned", { count: entries.length })))) return;
    onDone();
    onClose();
  };
  return (
    <FormDialog
      description={t("bulk.assignTells", { count: entries.length })}
      onClose={onClose}
      onSubmit={submit}
      pending={pending}
      submit={t("bulk.assignSubmit", { count: entries.length })}
      title={t("bulk.assign")}
    >
      <Combobox
        error={stale ?? (tried && none ? t("bulk.chooseOne") : null)}
        label={t("column.unit")}
        onChange={(unitId) => setSaid({ ...said, unitId })}
        optional
        options={owners.units}
        value={said.unitId}
      />
      <Combobox
        label={t("column.post")}
        onChange={(postId) => setSaid({ ...said, postId })}
        optional
        options={owners.posts}
        value={said.postId}
      />
      <Combobox
        label={t("column.sponsor")}
        onChange={(sponsorPostId) => setSaid({ ...said, sponsorPostId })}
        optional
        options={owners.posts}
        value={said.sponsorPostId}
      />
    </FormDialog>
  );
}

/** Takes many entries out of the ledger, for one reason. */
export function RemoveManyDialog({ entries, onClose, onDone }: Props) {
  const t = useWords("ledgers");
  const { change, pending, stale } = useMany("entry.removeMany", entries);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const submit = async () => {
    setTried(true);
    if (reason.trim() === "" || !(await change({ reason }, t("bulk.removed", { count: entries.length }))))
      return;
    onDone();
    onClose();
  };
  return (
    <FormDialog
      danger
      description={t("remove.tells")}
      onClose={onClose}
      onSubmit={submit}
      pending={pending}
      submit={t("bulk.removeSubmit", { count: entries.length })}
      title={t("bulk.remove")}
    >
      <TextArea
        data-autofocus
        error={stale ?? (tried && reason.trim() === "" ? t("needs.reason") : null)}
        label={t("move.reason")}
        maxLength={500}
        onChange={(event) => setReason(event.target.value)}
        onSubmit={submit}
        value={reason}
      />
    </FormDialog>
  );
}
