"use client";

import { type ReactNode, useState } from "react";
import { useCommand } from "@/components/data/use-command";
import { tellSize } from "@/components/files/tell-file";
import { sayInstant } from "@/components/tasks/say";
import { announce } from "@/components/ui/announce";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import type { Entry } from "@/lib/ledgers/rules";
import type { EntryDetail, EntryEvidence, MoveView, RecheckView } from "@/lib/ledgers/views";
import { useLocale, useWords } from "@/lib/words-client";
import { useDesk } from "./ledger-context";

/** How the entry came to where it stands, the newest first, with what proves each step and who looked again. */
export function MoveTimeline({ detail, entry }: { detail: EntryDetail; entry: Entry }) {
  const t = useWords("ledgers");
  const last = detail.moves.filter(
    ({ undone, undoesId, fromStage }) => !undone && undoesId === null && fromStage !== null,
  );
  const newest = last.reduce<MoveView | null>(
    (best, move) => (best === null || move.id > best.id ? move : best),
    null,
  );
  const steps = [
    ...detail.moves.map((move) => ({ at: move.at, key: `move ${move.id}`, move })),
    ...detail.rechecks.map((recheck) => ({ at: recheck.at, key: `recheck ${recheck.id}`, recheck })),
  ].sort((a, b) => (a.at < b.at ? 1 : -1));
  return (
    <section>
      <h3 className="mb-1 text-heading">{t("moves.title")}</h3>
      <ol className="border-line border-l-2 pl-4">
        {steps.map((step) => (
          <li className="py-2" key={step.key}>
            {"move" in step ? (
              <Moved detail={detail} entry={entry} move={step.move} newest={step.move.id === newest?.id} />
            ) : (
              <Rechecked recheck={step.recheck} />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

type MovedProps = { move: MoveView; detail: EntryDetail; entry: Entry; newest: boolean };

function Moved({ move, detail, entry, newest }: MovedProps) {
  const t = useWords("ledgers");
  const { ledger, evidence, may } = detail;
  const named = (list: readonly { key: string; name: string }[], key: string | null) =>
    list.find((one) => one.key === key)?.name ?? t("noTrack");
  const sameStage = move.fromStage === move.toStage;
  const otherTrack = move.fromTrack !== move.toTrack && move.fromStage !== null;
  return (
    <div className={move.undone ? "text-muted" : undefined}>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className={move.undone ? "line-through" : "font-semibold"}>
          {move.fromStage === null ? t("moves.joined", { stage: named(ledger.stages, move.toStage) }) : null}
          {move.fromStage !== null && !sameStage
            ? t("moves.step", {
                from: named(ledger.stages, move.fromStage),
                to: named(ledger.stages, move.toStage),
              })
            : null}
          {sameStage && otherTrack
            ? t("moves.sameStage", { stage: named(ledger.stages, move.toStage) })
            : null}
        </span>
        {move.undoesId === null ? null : <Badge>{t("moves.undoes")}</Badge>}
        {move.undone ? <Badge>{t("moves.undone")}</Badge> : null}
        <time className="tabular ml-auto text-muted text-small" dateTime={move.day}>
          {move.day}
        </time>
      </p>
      {otherTrack ? (
        <p>
          <Badge tone="yellow">
            {t("moves.track", {
              from: named(ledger.tracks, move.fromTrack),
              to: named(ledger.tracks, move.toTrack),
            })}
          </Badge>
        </p>
      ) : null}
      {move.reason ? <p className="measure">{t("moves.reason", { reason: move.reason })}</p> : null}
      <Evidence
        files={evidence.filter(({ moveId }) => moveId === move.id)}
        sensitive={ledger.label === "sensitive"}
      />
      <Foot at={move.at} author={move.author}>
        {newest && may.undo ? <Undo entry={entry} /> : null}
      </Foot>
    </div>
  );
}

function Foot({ author, at, children }: { author: string; at: string; children?: ReactNode }) {
  const locale = useLocale();
  const { today } = useDesk();
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-muted text-small">
      <span>{author}</span>
      <span className="tabular">{sayInstant(at, today, locale)}</span>
      {children}
    </p>
  );
}

function Undo({ entry }: { entry: Entry }) {
  const t = useWords("ledgers");
  const { state } = useDesk();
  const { run, pending } = useCommand("entry.undoMove");
  const undo = async () => {
    const done = await run({ entryId: entry.id, version: entry.version, reason: t("undo.reason") }).catch(
      () => null,
    );
    if (done) announce(t("undo.done"));
    await state.reload();
  };
  return (
    <Button busy={pending} onClick={() => void undo()} size="sm" variant="quiet">
      {t("moves.undo")}
    </Button>
  );
}

function Rechecked({ recheck }: { recheck: RecheckView }) {
  const t = useWords("ledgers");
  return (
    <div>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-semibold">{t(recheck.passed ? "recheck.passed" : "recheck.failed")}</span>
        <time className="tabular ml-auto text-muted text-small" dateTime={recheck.day}>
          {recheck.day}
        </time>
      </p>
      {recheck.note ? <p className="measure">{recheck.note}</p> : null}
      <Foot at={recheck.at} author={recheck.author} />
    </div>
  );
}

function Evidence({ files, sensitive }: { files: readonly EntryEvidence[]; sensitive: boolean }) {
  if (files.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-2 py-1">
      {files.map((file) => (
        <EvidenceFile file={file} key={file.id} sensitive={sensitive} />
      ))}
    </ul>
  );
}

/** A picture is small beside the step that it proves; a sensitive one is opened only on purpose, because each look is recorded. */
function EvidenceFile({ file, sensitive }: { file: EntryEvidence; sensitive: boolean }) {
  const [broken, setBroken] = useState(false);
  const pictured = file.hasThumb && !sensitive && !broken;
  return (
    <li>
      <a
        className="block text-action text-small underline-offset-2 hover:underline"
        download={file.name}
        href={`/api/files/${file.id}`}
      >
        {pictured ? (
          <img
            alt={file.name}
            className="size-16 rounded border border-line object-cover"
            height={64}
            loading="lazy"
            onError={() => setBroken(true)}
            src={`/api/files/${file.id}?thumb=1`}
            width={64}
          />
        ) : (
          `${file.name} ${tellSize(file.size)}`
        )}
      </a>
    </li>
  );
}
