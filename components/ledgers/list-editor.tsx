"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Icon } from "@/components/ui/icons";
import { useWords } from "@/lib/words-client";

type Props<T> = {
  title: string;
  hint: string;
  list: readonly T[];
  add: () => T;
  onChange: (list: T[]) => void;
  row: (one: T, change: (patch: Partial<T>) => void) => ReactNode;
};

/** A list of named things that can be added to, put into order and taken from. */
export function ListEditor<T extends { key: string; name: string }>({
  title,
  hint,
  list,
  add,
  onChange,
  row,
}: Props<T>) {
  const t = useWords("ledgers");
  const change = (at: number, patch: Partial<T>) =>
    onChange(list.map((one, place) => (place === at ? { ...one, ...patch } : one)));
  const swap = (at: number, other: number) => {
    const next = [...list];
    const [a, b] = [next[at], next[other]];
    if (!a || !b) return;
    next[at] = b;
    next[other] = a;
    onChange(next);
  };
  return (
    <fieldset className="min-w-0">
      <legend className="font-semibold">{title}</legend>
      <p className="mb-2 text-muted text-small">{hint}</p>
      <ol className="divide-y divide-line border-line border-y">
        {list.map((one, at) => (
          <li className="flex items-start gap-1 py-2" key={one.key}>
            <div className="min-w-0 flex-1">{row(one, (patch) => change(at, patch))}</div>
            <span className="flex shrink-0">
              <IconButton
                label={t("define.up", { name: one.name })}
                onClick={() => swap(at, at - 1)}
                reason={at === 0 ? t("define.isFirst") : null}
                size="sm"
              >
                <span className="rotate-180">
                  <Icon name="down" />
                </span>
              </IconButton>
              <IconButton
                label={t("define.down", { name: one.name })}
                onClick={() => swap(at, at + 1)}
                reason={at === list.length - 1 ? t("define.isLast") : null}
                size="sm"
              >
                <Icon name="down" />
              </IconButton>
              <IconButton
                label={t("define.take", { name: one.name })}
                onClick={() => onChange(list.filter((_, place) => place !== at))}
                size="sm"
              >
                <Icon name="close" />
              </IconButton>
            </span>
          </li>
        ))}
      </ol>
      <Button
        className="mt-2"
        icon={<Icon name="plus" />}
        onClick={() => onChange([...list, add()])}
        size="sm"
      >
        {t("define.add")}
      </Button>
    </fieldset>
  );
}
