"use client";

import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Chip, Chips } from "@/components/ui/chip";
import { DayInput } from "@/components/ui/day-input";
import { Dialog } from "@/components/ui/dialog";
import { Icon } from "@/components/ui/icons";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { MOST_ROWS } from "@/lib/ledgers/paste-rules";
import { useWords } from "@/lib/words-client";
import { useDesk } from "./ledger-context";
import { PastePreview } from "./paste-preview";
import { VERDICTS, type Verdict } from "./paste-view-rules";
import { saveText, templateText } from "./table-text";
import { type Paste, usePaste } from "./use-paste";

/** From a spreadsheet into the ledger: paste, look, then write what is valid, all at once. */
export function PasteDialog({ onClose }: { onClose: () => void }) {
  const t = useWords("ledgers");
  const ui = useWords("ui");
  const paste = usePaste(onClose);
  const { counts } = paste;
  const valid = counts.new + counts.changed;
  const why = paste.text === "" ? t("paste.nothingYet") : valid === 0 ? t("paste.nothingValid") : null;
  return (
    <Dialog
      footer={
        <>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button busy={paste.pending} onClick={paste.submit} reason={why} variant="primary">
            {t(counts.faulty > 0 ? "paste.submitValid" : "paste.submit", { count: valid })}
          </Button>
        </>
      }
      onClose={onClose}
      open
      size="lg"
      title={t("paste.title")}
    >
      {paste.pasted.rows.length === 0 ? <Empty paste={paste} /> : <Filled paste={paste} />}
    </Dialog>
  );
}

function Empty({ paste }: { paste: Paste }) {
  const t = useWords("ledgers");
  const { ledger } = useDesk();
  return (
    <div className="flex flex-col gap-3">
      <TextArea
        data-autofocus
        hint={t("paste.hint", { most: MOST_ROWS })}
        label={t("paste.label")}
        onChange={(event) => paste.take(event.target.value)}
        rows={8}
        value={paste.text}
      />
      <span>
        <Button
          onClick={() => saveText(t("copy.templateName", { name: ledger.name }), templateText(ledger))}
          size="sm"
        >
          {t("menu.template")}
        </Button>
      </span>
    </div>
  );
}

function Filled({ paste }: { paste: Paste }) {
  const t = useWords("ledgers");
  const { today } = useDesk();
  const [only, setOnly] = useState<Verdict | null>(null);
  const { counts, judged } = paste;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <span>{t("paste.read", { rows: judged.length, columns: paste.pasted.width })}</span>
        <Checkbox
          checked={paste.hasHead}
          label={t("paste.hasHead")}
          onChange={(event) => paste.setHead(event.target.checked)}
        />
        <Button icon={<Icon name="undo" />} onClick={() => paste.take("")} size="sm" variant="quiet">
          {t("paste.again")}
        </Button>
      </div>
      {paste.restored ? <Banner>{t("paste.restored")}</Banner> : null}
      {paste.problem ? (
        <Banner tone="error">{t(`fault.${paste.problem}`)}</Banner>
      ) : (
        <Chips label={t("paste.counts")}>
          {VERDICTS.map((verdict) => (
            <Chip
              count={counts[verdict]}
              key={verdict}
              onToggle={() => setOnly(only === verdict ? null : verdict)}
              selected={only === verdict}
            >
              {t(`verdict.${verdict}`)}
            </Chip>
          ))}
        </Chips>
      )}
      <PastePreview only={only} paste={paste} />
      <div className="grid gap-4 sm:grid-cols-2">
        <DayInput
          hint={t("paste.dayHint")}
          label={t("paste.day")}
          onChange={paste.setDay}
          today={today}
          value={paste.day}
        />
        <TextInput
          hint={t("paste.reasonHint")}
          label={t("move.reason")}
          maxLength={1000}
          onChange={(event) => paste.setReason(event.target.value)}
          optional
          value={paste.reason}
        />
      </div>
    </div>
  );
}
