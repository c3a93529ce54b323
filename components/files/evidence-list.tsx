"use client";

import { useState } from "react";
import { useOffice } from "@/components/data/office";
import { IconButton } from "@/components/ui/icon-button";
import { Icon } from "@/components/ui/icons";
import { mayOnTask, type TaskScope } from "@/lib/auth/permissions";
import { extensionOf } from "@/lib/files/name-rules";
import { refusalOfRemovingEvidence } from "@/lib/files/rules";
import type { Evidence } from "@/lib/tasks/detail";
import type { TaskFacts } from "@/lib/tasks/rules";
import { useLocale, useWords } from "@/lib/words-client";
import { RemoveEvidence } from "./remove-evidence";
import { tellInstant, tellSize } from "./tell-file";

type Props = {
  task: TaskScope & Pick<TaskFacts, "status"> & { id: number; version: number };
  evidence: readonly Evidence[];
  /** Called when one was taken away, so that the page can leave it out. */
  onRemoved?: (evidenceId: number) => void;
};

/** The evidence of a task: picture or kind, name, size, who and when; with what this person may do about each. */
export function EvidenceList({ task, evidence, onRemoved }: Props) {
  const t = useWords("files");
  const { actor } = useOffice();
  const [removing, setRemoving] = useState<Evidence | null>(null);
  if (evidence.length === 0) return <p className="text-muted text-ui">{t("list.empty")}</p>;
  const mayRemoveAny = mayOnTask(actor, "evidence.removeAny", task);
  const mayRemoveOwn = mayOnTask(actor, "evidence.remove", task);
  const locked = refusalOfRemovingEvidence(task) === null ? null : t("list.locked");
  return (
    <>
      <ul aria-label={t("list.label")} className="divide-y divide-line">
        {evidence.map((one) => (
          <li className="flex items-start gap-3 py-2" key={one.id}>
            <Preview evidence={one} sensitive={task.label === "sensitive"} />
            <Facts evidence={one} />
            {mayRemoveAny || (mayRemoveOwn && one.mine) ? (
              <IconButton
                label={t("list.remove", { name: one.name })}
                onClick={() => setRemoving(one)}
                reason={locked}
              >
                <Icon name="close" />
              </IconButton>
            ) : null}
          </li>
        ))}
      </ul>
      {removing ? (
        <RemoveEvidence
          evidence={removing}
          onClose={() => setRemoving(null)}
          onRemoved={() => onRemoved?.(removing.id)}
          version={task.version}
        />
      ) : null}
    </>
  );
}

function Facts({ evidence }: { evidence: Evidence }) {
  const t = useWords("files");
  const locale = useLocale();
  const { today } = useOffice();
  const { id, name, size, author, at, note } = evidence;
  const facts = { size: tellSize(size), author, time: tellInstant(at, today, locale) };
  return (
    <span className="min-w-0 flex-1">
      <a
        aria-label={t("list.download", { name })}
        className="break-all text-action text-ui underline-offset-2 hover:underline"
        download={name}
        href={`/api/files/${id}`}
      >
        {name}
      </a>
      <span className="block text-muted text-small">{t("list.facts", facts)}</span>
      {note ? <span className="block text-small">{t("list.note", { note })}</span> : null}
    </span>
  );
}

/** The small picture of a picture, otherwise its ending; a sensitive task shows none, since each look is recorded. */
function Preview({ evidence, sensitive }: { evidence: Evidence; sensitive: boolean }) {
  const [broken, setBroken] = useState(false);
  const { id, name, hasThumb } = evidence;
  const box = "size-12 shrink-0 rounded border border-line bg-sunken";
  if (!hasThumb || sensitive || broken)
    return (
      <span aria-hidden="true" className={`${box} flex items-center justify-center text-muted text-small`}>
        {extensionOf(name).toUpperCase()}
      </span>
    );
  return (
    <img
      alt=""
      className={`${box} object-cover`}
      height={48}
      loading="lazy"
      onError={() => setBroken(true)}
      src={`/api/files/${id}?thumb=1`}
      width={48}
    />
  );
}
