"use client";

import type { KeyboardEvent } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icons";
import { TextInput } from "@/components/ui/text-input";
import type { AgendaItemView } from "@/lib/meetings/agenda-queries";
import { useWords } from "@/lib/words-client";
import { ItemTitle } from "./item-title";
import { sayTitle } from "./title-rules";
import type { TitleState } from "./use-title";

type Props = { item: AgendaItemView; title: TitleState; mayWrite: boolean };

/** What an item is called; written where it stands, kept by Enter and when the field is left, left as it was by Escape. */
export function TitleField({ item, title, mayWrite }: Props) {
  const t = useWords("agenda");
  const { text, theirs, problem } = title;
  if (text === null)
    return (
      <>
        <ItemTitle item={item} />
        {mayWrite ? (
          <button
            aria-label={t("item.rename", { title: sayTitle(item) })}
            className="ml-1 inline-flex size-6 items-center justify-center rounded align-[-4px] text-muted opacity-0 hover:bg-sunken focus-visible:opacity-100 group-hover:opacity-100 touch:size-11 touch:align-[-15px] touch:opacity-100 print:hidden"
            onClick={title.begin}
            type="button"
          >
            <Icon name="report" size={14} />
          </button>
        ) : null}
      </>
    );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") void title.keep();
    if (event.key === "Escape") title.leave();
  };
  return (
    <span className="block w-full font-normal">
      <TextInput
        autoFocus
        className="font-semibold"
        error={problem}
        hideLabel
        hint={theirs === null ? t("item.renameHint") : null}
        label={t("item.title")}
        maxLength={200}
        name={`title-${item.id}`}
        onBlur={() => theirs === null && void title.keep()}
        onChange={(event) => title.type(event.target.value)}
        onKeyDown={onKeyDown}
        value={text}
      />
      {theirs === null ? null : (
        <span className="mt-1 block rounded border border-yellow bg-yellow-soft px-3 py-2">
          <span className="block font-semibold">{t("record.conflict")}</span>
          <span className="block">{theirs}</span>
          <span className="mt-1 flex gap-2">
            <Button onClick={() => void title.keep()} size="sm">
              {t("record.useMine")}
            </Button>
            <Button onClick={title.leave} size="sm">
              {t("record.useTheirs")}
            </Button>
          </span>
        </span>
      )}
    </span>
  );
}
