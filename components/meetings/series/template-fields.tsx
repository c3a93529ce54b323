"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Icon } from "@/components/ui/icons";
import { Menu } from "@/components/ui/menu";
import { TextInput } from "@/components/ui/text-input";
import { BUILT_KINDS } from "@/lib/meetings/agenda-rules";
import { useWords } from "@/lib/words-client";
import type { Line } from "./series-draft";

type Props = { lines: readonly Line[]; set: (lines: Line[]) => void };

/** What every meeting of the series brings by itself, in its order, with minutes for each matter. */
export function TemplateFields({ lines, set }: Props) {
  const t = useWords("agenda");
  const [title, setTitle] = useState("");
  const nameOf = ({ kind, title: own }: Line) => (kind === null ? own : t(`kind.${kind}`));
  const change = (line: number, minutes: string) =>
    set(lines.map((one) => (one.line === line ? { ...one, minutes } : one)));
  const up = (at: number) => {
    const [above, own] = [lines[at - 1], lines[at]];
    if (above && own) set([...lines.slice(0, at - 1), own, above, ...lines.slice(at + 1)]);
  };
  const add = (fields: Pick<Line, "kind" | "title" | "minutes">) =>
    set([...lines, { ...fields, line: Math.max(0, ...lines.map(({ line }) => line)) + 1 }]);
  const missing = BUILT_KINDS.filter((kind) => lines.every((line) => line.kind !== kind));
  const addFixed = () => {
    if (title.trim() === "") return;
    add({ kind: null, title: title.trim(), minutes: "10" });
    setTitle("");
  };
  return (
    <fieldset>
      <legend className="font-semibold text-ui">{t("series.template")}</legend>
      <p className="mb-1 text-muted text-small">{t("series.templateTells")}</p>
      <ol className="mb-2 border-line border-y">
        {lines.map((line, at) => (
          <li className="flex items-center gap-2 border-line border-b py-1 last:border-b-0" key={line.line}>
            <span className="tabular w-6 text-right text-muted">{at + 1}</span>
            <span className="min-w-0 flex-1">
              {nameOf(line)}
              {line.kind === null ? (
                <span className="ml-2 text-muted text-small">{t("series.fixed")}</span>
              ) : null}
            </span>
            <input
              aria-label={t("item.minutes", { title: nameOf(line) })}
              className="control w-14! text-right"
              inputMode="numeric"
              maxLength={3}
              onChange={(event) => change(line.line, event.target.value)}
              value={line.minutes}
            />
            <span className="text-muted">{t("item.unit")}</span>
            <IconButton
              label={t("series.moveUp", { title: nameOf(line) })}
              onClick={() => up(at)}
              reason={at === 0 ? t("menu.atTop") : null}
              size="sm"
            >
              <span className="rotate-90">
                <Icon name="left" />
              </span>
            </IconButton>
            <IconButton
              label={t("series.remove", { title: nameOf(line) })}
              onClick={() => set(lines.filter((one) => one.line !== line.line))}
              size="sm"
            >
              <Icon name="close" />
            </IconButton>
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap items-end gap-2">
        <span className="min-w-48 flex-1">
          <TextInput
            hideLabel
            label={t("series.fixedTitle")}
            maxLength={120}
            onChange={(event) => setTitle(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
              event.preventDefault();
              addFixed();
            }}
            placeholder={t("series.fixedTitle")}
            value={title}
          />
        </span>
        <Button onClick={addFixed}>{t("series.addFixed")}</Button>
        {missing.length > 0 ? (
          <Menu
            items={missing.map((kind) => ({
              label: t(`kind.${kind}`),
              onSelect: () => add({ kind, title: "", minutes: "" }),
            }))}
            label={t("series.addKind")}
            trigger={(props) => <Button {...props}>{t("series.addKind")}</Button>}
          />
        ) : null}
      </div>
    </fieldset>
  );
}
