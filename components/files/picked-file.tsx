"use client";

import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Icon } from "@/components/ui/icons";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { Words } from "@/lib/message-format";
import { useWords } from "@/lib/words-client";
import { tellSize } from "./tell-file";
import type { Picked } from "./uploads";

type Props = { picked: Picked; megabytes: number; onRetry: () => void; onRemove: () => void };

/** A chosen file: its name whole, how far it has come, and what can be done about it. */
export function PickedFile({ picked, megabytes, onRetry, onRemove }: Props) {
  const t = useWords("files");
  const { name, size, sent, phase } = picked;
  const moving = phase === "sending" || phase === "checking";
  return (
    <li className="flex flex-wrap items-center gap-x-2 gap-y-1 py-2">
      <span className="min-w-0 flex-1 basis-48">
        <span className="block break-all text-ui">{name}</span>
        <span
          className={phase === "failed" ? "block text-red-strong text-ui" : "block text-muted text-small"}
        >
          {phase === "failed"
            ? tellWhy(picked, megabytes, t)
            : t("picker.facts", { size: tellSize(size), state: tellPhase(picked, t) })}
        </span>
        {moving ? <ProgressBar label={t("picker.progress", { name })} value={sent} /> : null}
      </span>
      {picked.canRetry && phase === "failed" ? (
        <Button aria-label={t("picker.retryNamed", { name })} onClick={onRetry} size="sm">
          {t("picker.retry")}
        </Button>
      ) : null}
      <IconButton label={t("picker.remove", { name })} onClick={onRemove}>
        <Icon name="close" />
      </IconButton>
    </li>
  );
}

function tellPhase({ phase, sent }: Picked, t: Words): string {
  return phase === "sending"
    ? t("picker.sending", { percent: Math.floor(sent * 100) })
    : t(`picker.${phase}`);
}

/** Why a file was not taken, in a sentence that says what to do. */
export function tellWhy({ why }: Picked, megabytes: number, t: Words): string {
  if (why === null) return t("picker.failed");
  if ("title" in why) return why.title;
  return why.key === "offline" ? t("picker.offline") : t(`refused.${why.key}`, { megabytes });
}
