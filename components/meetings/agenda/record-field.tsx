"use client";

import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-area";
import type { AgendaItemView } from "@/lib/meetings/agenda-queries";
import { useWords } from "@/lib/words-client";
import { chooseItem } from "../choose-item";
import { sayTitle } from "./title-rules";
import { useRecord } from "./use-record";

const MOST = 4000;

type Props = { item: AgendaItemView; mayWrite: boolean; refresh: () => Promise<void> };

/** What was said about an item, written where it is read. */
export function RecordField({ item, mayWrite, refresh }: Props) {
  const t = useWords("agenda");
  const record = useRecord(item, refresh);
  const { text, state } = record;
  if (text === null)
    return (
      <>
        {item.record ? <p className="measure mt-1 whitespace-pre-wrap">{item.record}</p> : null}
        {mayWrite ? (
          <span className="-ml-2 flex flex-wrap print:hidden">
            <Button
              aria-label={t("record.writeAbout", { title: sayTitle(item) })}
              onClick={record.begin}
              size="sm"
              variant="quiet"
            >
              {t(item.record ? "record.change" : "record.write")}
            </Button>
            <Button
              aria-label={t("record.decideAbout", { title: sayTitle(item) })}
              onClick={() => chooseItem(item.id, true)}
              size="sm"
              variant="quiet"
            >
              {t("record.decide")}
            </Button>
          </span>
        ) : null}
      </>
    );
  return (
    <div className="mt-1 max-w-[46em]">
      <TextArea
        autoFocus
        error={state.problem}
        hideLabel
        label={t("record.label", { title: sayTitle(item) })}
        maxLength={MOST}
        onBlur={record.keep}
        onChange={(event) => record.setText(event.target.value)}
        onSubmit={() => void record.finish()}
        rows={3}
        value={text}
      />
      {state.theirs !== null ? (
        <div className="mt-1 rounded border border-yellow bg-yellow-soft px-3 py-2">
          <p className="font-semibold">{t("record.conflict")}</p>
          <p className="whitespace-pre-wrap">{state.theirs || t("record.empty")}</p>
          <span className="mt-1 flex gap-2">
            <Button onClick={() => void record.save()} size="sm">
              {t("record.useMine")}
            </Button>
            <Button onClick={record.takeTheirs} size="sm">
              {t("record.useTheirs")}
            </Button>
          </span>
        </div>
      ) : (
        <p className="mt-1 flex items-center gap-3 text-muted text-small">
          <span role="status">{state.phase === "same" ? t("record.hint") : t(`record.${state.phase}`)}</span>
          <Button onClick={() => void record.finish()} size="sm" variant="quiet">
            {t("record.done")}
          </Button>
        </p>
      )}
    </div>
  );
}
