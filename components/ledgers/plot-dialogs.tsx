"use client";

import { useEffect, useRef, useState } from "react";
import { useCommand } from "@/components/data/use-command";
import { EvidencePicker } from "@/components/files/evidence-picker";
import { useTickets } from "@/components/tasks/use-tickets";
import { FormDialog } from "@/components/ui/form-dialog";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { notify } from "@/components/ui/toast-queue";
import { useWords } from "@/lib/words-client";
import { useDesk } from "./ledger-context";

type Props = { plotId: number; onClose: () => void };

function usePlotChange(name: string) {
  const t = useWords("ledgers");
  const { state } = useDesk();
  const { run, pending, problem } = useCommand<{ plotId?: number }>(name);
  const change = async (input: object) => {
    const result = await run(input).catch(() => null);
    await state.reload();
    return result;
  };
  return { change, pending, problem, stale: problem?.isStale ? t("stale") : null };
}

/** A picture of the place: a plan, a drawing, a photograph from above. */
export function AddPlotDialog({ onClose }: { onClose: () => void }) {
  const t = useWords("ledgers");
  const { ledger, change: changeFilter } = useDesk();
  const { change, pending, problem } = usePlotChange("plot.add");
  const [name, setName] = useState("");
  const [tried, setTried] = useState(false);
  const files = useTickets();
  const [ticket] = files.tickets;
  const [waits, setWaits] = useState(false);
  const send = async () => {
    const result = await change({ ledgerId: ledger.id, name, ticket });
    if (!result) return;
    if (result.plotId) changeFilter({ plotId: result.plotId });
    notify({ text: t("plot.added", { name }), tone: "success" });
    onClose();
  };
  const submit = () => {
    setTried(true);
    if (name.trim() === "" || pending) return;
    if (ticket && files.underWay === 0) void send();
    else setWaits(files.underWay > 0);
  };
  const latest = useRef(send);
  useEffect(() => {
    latest.current = send;
  });
  useEffect(() => {
    // Whoever was faster than the picture need not press again.
    if (!waits || files.underWay > 0) return;
    setWaits(false);
    if (ticket) void latest.current();
  }, [waits, files.underWay, ticket]);
  return (
    <FormDialog
      description={t("plot.tells")}
      onClose={onClose}
      onSubmit={submit}
      pending={pending || waits}
      submit={t("plot.add")}
      title={t("plot.add")}
    >
      <TextInput
        data-autofocus
        error={problem?.fields.name ?? (tried && name.trim() === "" ? t("needs.name") : null)}
        label={t("plot.name")}
        maxLength={60}
        onChange={(event) => setName(event.target.value)}
        value={name}
      />
      <EvidencePicker label={t("plot.file")} onTickets={files.take} />
      {tried && !ticket ? (
        <p className="text-red-strong" role="alert">
          {t(files.underWay > 0 ? "move.underWay" : "plot.fileMissing")}
        </p>
      ) : null}
    </FormDialog>
  );
}

export function RenamePlotDialog({ plotId, onClose }: Props) {
  const t = useWords("ledgers");
  const plot = useDesk().view.plots.find(({ id }) => id === plotId);
  const { change, pending, stale } = usePlotChange("plot.rename");
  const [name, setName] = useState(plot?.name ?? "");
  const [tried, setTried] = useState(false);
  const submit = async () => {
    setTried(true);
    if (name.trim() === "") return;
    if (await change({ plotId, version: plot?.version ?? 1, name })) onClose();
  };
  return (
    <FormDialog
      onClose={onClose}
      onSubmit={submit}
      pending={pending}
      submit={t("form.save")}
      title={t("plot.rename")}
    >
      <TextInput
        data-autofocus
        error={stale ?? (tried && name.trim() === "" ? t("needs.name") : null)}
        label={t("plot.name")}
        maxLength={60}
        onChange={(event) => setName(event.target.value)}
        value={name}
      />
    </FormDialog>
  );
}

/** The picture goes, the entries stay: they have no place until they are put on another one. */
export function RemovePlotDialog({ plotId, onClose }: Props) {
  const t = useWords("ledgers");
  const { view, change: changeFilter } = useDesk();
  const plot = view.plots.find(({ id }) => id === plotId);
  const { change, pending, stale } = usePlotChange("plot.remove");
  const [reason, setReason] = useState("");
  const submit = async () => {
    if (!(await change({ plotId, version: plot?.version ?? 1, reason }))) return;
    changeFilter({ plotId: null });
    onClose();
  };
  return (
    <FormDialog
      danger
      description={t("plot.removeTells")}
      onClose={onClose}
      onSubmit={submit}
      pending={pending}
      submit={t("plot.remove")}
      title={t("plot.removeTitle", { name: plot?.name ?? "" })}
    >
      <TextArea
        data-autofocus
        error={stale}
        label={t("move.reason")}
        maxLength={500}
        onChange={(event) => setReason(event.target.value)}
        onSubmit={submit}
        optional
        value={reason}
      />
    </FormDialog>
  );
}
