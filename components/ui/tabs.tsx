"use client";

import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { classNames } from "./class-names";

export type Tab<Key extends string> = { key: Key; label: string; count?: number };

type Props<Key extends string> = {
  /** Names the tabs and ties each to the panel `TabPanel` of the same group. */
  group: string;
  label: string;
  tabs: readonly Tab<Key>[];
  value: Key;
  onChange: (key: Key) => void;
};

/** Views of one thing; one tab stop, arrow keys move. */
export function Tabs<Key extends string>({ group, label, tabs, value, onChange }: Props<Key>) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const at = tabs.findIndex((tab) => tab.key === value);
    const next = (at + step + tabs.length) % tabs.length;
    const tab = tabs[next];
    if (tab) onChange(tab.key);
    list.current?.querySelectorAll("button")[next]?.focus();
  };
  return (
    <div
      aria-label={label}
      className="flex gap-4 overflow-x-auto border-line border-b"
      onKeyDown={onKeyDown}
      ref={list}
      role="tablist"
    >
      {tabs.map((tab) => (
        <button
          aria-controls={`${group}-panel`}
          aria-selected={tab.key === value}
          className={classNames(
            "min-h-control whitespace-nowrap px-1 text-ui -outline-offset-2",
            tab.key === value
              ? "border-action font-semibold"
              : "border-transparent text-muted hover:text-ink",
          )}
          id={`${group}-${tab.key}`}
          key={tab.key}
          onClick={() => onChange(tab.key)}
          role="tab"
          tabIndex={tab.key === value ? 0 : -1}
          type="button"
        >
          {tab.label}
          {tab.count === undefined ? null : <span className="tabular ml-1 text-muted">{tab.count}</span>}
        </button>
      ))}
    </div>
  );
}

/** What the chosen tab shows. */
export function TabPanel({ group, value, children }: { group: string; value: string; children: ReactNode }) {
  return (
    <div aria-labelledby={`${group}-${value}`} className="pt-4" id={`${group}-panel`} role="tabpanel">
      {children}
    </div>
  );
}
