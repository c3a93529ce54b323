"use client";

import { useRouter } from "next/navigation";
import { type KeyboardEvent, useId, useMemo, useState } from "react";
import { useBoard } from "@/components/data/use-board";
import type { NavItem } from "@/components/shell/navigation";
import { classNames } from "@/components/ui/class-names";
import { Dialog } from "@/components/ui/dialog";
import { useWords } from "@/lib/words-client";
import { type Findable, find, fold } from "./find-rules";

type Props = { pages: readonly NavItem[]; onBoard: boolean; onClose: () => void };

/** Opens a page or a task by a few letters of its name. */
export function Palette({ pages, onBoard, onClose }: Props) {
  const t = useWords("keys");
  const router = useRouter();
  const id = useId();
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const all = useFindable(pages, onBoard);
  const found = useMemo(() => find(all, query), [all, query]);
  const go = (one: Findable | undefined) => {
    if (!one) return;
    onClose();
    router.push(one.href);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Enter") go(found[at]);
    else if (step) setAt((before) => (before + step + found.length) % Math.max(1, found.length));
    else return;
    event.preventDefault();
  };
  return (
    <Dialog onClose={onClose} open title={t("palette.title")}>
      <input
        aria-activedescendant={found[at] ? `${id}-${found[at].key}` : undefined}
        aria-controls={id}
        aria-expanded="true"
        aria-label={t("palette.label")}
        autoComplete="off"
        className="control"
        data-autofocus
        onChange={(event) => {
          setQuery(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        placeholder={t("palette.hint")}
        role="combobox"
        value={query}
      />
      <div
        aria-label={t("palette.found")}
        className="mt-2 h-80 overflow-y-auto"
        id={id}
        role="listbox"
        tabIndex={-1}
      >
        {found.map((one, place) => (
          <Row active={place === at} id={`${id}-${one.key}`} key={one.key} onPick={() => go(one)} one={one} />
        ))}
      </div>
      {found.length === 0 ? <p className="text-muted">{t("palette.nothing")}</p> : null}
    </Dialog>
  );
}

type RowProps = { id: string; one: Findable; active: boolean; onPick: () => void };

/** The input keeps the focus; the mouse is a second way. */
function Row({ id, one, active, onPick }: RowProps) {
  return (
    <button
      aria-selected={active}
      className={classNames(
        "flex min-h-9 w-full items-center gap-3 rounded px-2 text-left touch:min-h-11",
        active ? "bg-action-soft" : "hover:bg-sunken",
      )}
      id={id}
      onClick={onPick}
      ref={(row) => {
        if (active) row?.scrollIntoView({ block: "nearest" });
      }}
      role="option"
      tabIndex={-1}
      type="button"
    >
      <span className="min-w-0 flex-1">{one.label}</span>
      <span className="text-muted text-small">{one.note}</span>
    </button>
  );
}

/** Pages first, then the tasks that this person sees. From the board a task opens beside it. */
function useFindable(pages: readonly NavItem[], onBoard: boolean): Findable[] {
  const t = useWords("keys");
  const shell = useWords("shell");
  const board = useBoard();
  return useMemo(() => {
    const asPage = ({ key, href }: NavItem) => {
      const label = shell(`nav.${key}`);
      return { key: `page-${key}`, label, note: t("palette.page"), href, text: fold(label) };
    };
    const tasks = board?.tasks ?? [];
    const asTask = (task: (typeof tasks)[number]) => {
      const unit = board?.units.get(task.leadUnitId ?? 0);
      const label = `${task.code} ${task.title}`;
      const href = onBoard ? `/board?task=${task.id}` : `/tasks/${task.id}`;
      const text = fold(`${label} ${unit?.name ?? ""} ${unit?.shortName ?? ""}`);
      return { key: `task-${task.id}`, label, note: unit?.shortName ?? "", href, text };
    };
    return [...pages.map(asPage), ...tasks.map(asTask)];
  }, [pages, onBoard, board, t, shell]);
}
