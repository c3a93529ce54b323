"use client";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useWords } from "@/lib/words-client";

/** One field as it stands now and as this person wrote it, both already in words. */
export type ConflictRow = { label: string; now: string; yours: string };

type Props = {
  rows: readonly ConflictRow[];
  /** Why the text cannot be saved any more, or null when it can. */
  reason?: string | null;
  pending: boolean;
  /** Applies what was written to the version that stands now. */
  onUseMine: () => void;
  onKeepTheirs: () => void;
  /** Back to the form, where the text still is. */
  onBack: () => void;
};

/** Somebody else was faster: both texts side by side, and nothing is lost. */
export function ConflictDialog({ rows, reason, pending, onUseMine, onKeepTheirs, onBack }: Props) {
  const t = useWords("tasks");
  return (
    <Dialog
      description={t("conflict.why")}
      footer={
        <>
          <Button onClick={onBack} variant="quiet">
            {t("conflict.back")}
          </Button>
          <Button onClick={onKeepTheirs}>{t("conflict.useTheirs")}</Button>
          <Button busy={pending} onClick={onUseMine} reason={reason} variant="primary">
            {t("conflict.useMine")}
          </Button>
        </>
      }
      onClose={onBack}
      open
      size="lg"
      title={t("conflict.title")}
    >
      <dl className="space-y-4">
        {rows.map((row) => (
          <div key={row.label}>
            <dt className="mb-1 font-semibold text-ui">{row.label}</dt>
            <dd className="grid gap-2 sm:grid-cols-2">
              <Side label={t("conflict.now")} text={row.now} />
              <Side label={t("conflict.yours")} mine text={row.yours} />
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

function Side({ label, text, mine = false }: { label: string; text: string; mine?: boolean }) {
  return (
    <div
      className={`rounded border px-3 py-2 ${mine ? "border-action bg-action-soft" : "border-line bg-ground"}`}
    >
      <p className="text-muted text-small">{label}</p>
      <p className="whitespace-pre-wrap text-ui">{text}</p>
    </div>
  );
}
