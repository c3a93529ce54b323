"use client";

import { useMemo, useState } from "react";
import { useChange } from "@/components/data/use-change";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Table, Td, Th } from "@/components/ui/table";
import { TextArea } from "@/components/ui/text-area";
import { notify } from "@/components/ui/toast-queue";
import { type Pasted, readPaste } from "@/lib/coverage/paste-rules";
import type { ListedObject } from "@/lib/coverage/register-queries";
import type { Register } from "@/lib/coverage/subjects";
import { useWords } from "@/lib/words-client";
import type { Offered } from "./register-page";

const MOST = 10_000;
/** Faults and rows shown of many. */
const SHOWN = 50;

type Props = { register: Register; objects: readonly ListedObject[]; offered: Offered; onClose: () => void };

/** Rows from a spreadsheet: first what would happen, with each fault by row and column, then all good rows at once. */
export function PasteDialog({ register, objects, offered, onClose }: Props) {
  const t = useWords("coverage");
  const ui = useWords("ui");
  const { change, pending, problem } = useChange<{ added: number }>("object.import");
  const [text, setText] = useState("");
  const codes = useMemo(() => new Set(objects.map(({ code }) => code)), [objects]);
  const pasted = useMemo(() => readPaste(text, { ...offered, codes }), [text, offered, codes]);
  const { rows } = pasted;
  const submit = async () => {
    const sent = rows.map(({ code, name, unitId, postId, sponsorPostId, from, note }) => [
      ...[code, name, unitId, postId, sponsorPostId, from, note],
    ]);
    const done = await change({ registerId: register.id, rows: sent });
    if (!done) return;
    notify({ text: t("paste.done", { n: done.added }), tone: "success" });
    onClose();
  };
  const reason =
    rows.length === 0 ? t("paste.nothing") : rows.length > MOST ? t("paste.tooMany", { most: MOST }) : null;
  return (
    <Dialog
      description={t("paste.about")}
      footer={
        <>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button busy={pending} onClick={submit} reason={reason} variant="primary">
            {t("paste.submit", { n: rows.length })}
          </Button>
        </>
      }
      onClose={onClose}
      open
      size="lg"
      title={`${t("paste.title")}：${register.name}`}
    >
      <div className="flex flex-col gap-4">
        {problem ? <Banner tone="error">{problem.title}</Banner> : null}
        <TextArea
          className="max-h-48 font-mono"
          data-autofocus
          hint={t("paste.columns")}
          label={t("paste.here")}
          onChange={(event) => setText(event.target.value)}
          rows={5}
          value={text}
        />
        <Preview pasted={pasted} />
      </div>
    </Dialog>
  );
}

function Preview({ pasted: { rows, faults, total } }: { pasted: Pasted }) {
  const t = useWords("coverage");
  if (total === 0) return null;
  const wrong = total - rows.length;
  return (
    <>
      <p aria-live="polite">{t("paste.preview", { total, good: rows.length, wrong })}</p>
      {faults.length > 0 ? (
        <Table caption={t("paste.faults")}>
          <thead>
            <tr>
              <Th number>{t("paste.row")}</Th>
              <Th>{t("paste.column")}</Th>
              <Th>{t("paste.said")}</Th>
              <Th>{t("paste.why")}</Th>
            </tr>
          </thead>
          <tbody>
            {faults.slice(0, SHOWN).map(({ row, column, why, said }) => (
              <tr key={`${row} ${column} ${why}`}>
                <Td number>{row}</Td>
                <Td>{t(`paste.in.${column}`)}</Td>
                <Td>{said || "—"}</Td>
                <Td>{t(`paste.fault.${why}`)}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      ) : null}
      {faults.length > SHOWN ? (
        <p className="text-muted">{t("paste.more", { n: faults.length - SHOWN })}</p>
      ) : null}
      {rows.length > 0 ? (
        <p className="text-muted">
          {t("paste.first", {
            codes: rows
              .slice(0, 5)
              .map(({ code }) => code)
              .join("、"),
          })}
        </p>
      ) : null}
    </>
  );
}
