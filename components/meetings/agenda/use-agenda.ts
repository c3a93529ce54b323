"use client";

import { useRef, useState } from "react";
import { CommandProblem } from "@/components/data/command-problem";
import { runCommand } from "@/components/data/use-command";
import { announce } from "@/components/ui/announce";
import { notify } from "@/components/ui/toast-queue";
import type { AgendaItemView } from "@/lib/meetings/agenda-queries";
import { useWords } from "@/lib/words-client";
import { useLive } from "../live";
import { placesOf } from "./order-rules";

export type Carry = { to: "next" | "backlog"; copy?: boolean };

/** What can be done with the items of the agenda; afterwards the page shows what holds then. */
export function useAgenda() {
  const t = useWords("agenda");
  const { review, refresh } = useLive();
  const [busy, setBusy] = useState<number | null>(null);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const versions = useRef(new Map<number, number>());
  /** Of the item as the last deed left it, even before the page has heard of it. */
  const versionOf = ({ id, version }: AgendaItemView) => Math.max(version, versions.current.get(id) ?? 0);
  const run = async (name: string, input: () => object, said: string, id: number) => {
    setBusy(id);
    const done = await runCommand<{ itemId?: number; version?: number }>(name, input()).then(
      (result) => {
        if (result?.itemId && result.version) versions.current.set(result.itemId, result.version);
        return true;
      },
      (error: unknown) => {
        if (!(error instanceof CommandProblem)) throw error;
        notify({ text: error.isStale ? t("stale") : error.title, tone: "error" });
        return false;
      },
    );
    await refresh();
    setBusy(null);
    if (done) announce(said);
    return done;
  };
  /** One deed after the other, so that a quick hand does not trip over itself. */
  const act = (name: string, input: () => object, said: string, id = 0): Promise<boolean> => {
    const next = queue.current.then(() => run(name, input, said, id));
    queue.current = next.catch(() => undefined);
    return next;
  };
  const { items } = review.agenda;
  const named = (item: AgendaItemView) => ({ itemId: item.id, version: versionOf(item) });
  const edit = (item: AgendaItemView, fields: object) =>
    act("agenda.edit", () => ({ ...named(item), ...fields }), t("said.edited"), item.id);
  const put = (item: AgendaItemView, afterId: number | null) =>
    act("agenda.order", () => ({ ...named(item), afterId }), t("said.moved"), item.id);
  const step = (item: AgendaItemView, where: "up" | "down" | "first" | "last") => {
    const afterId = placesOf(items, item.id)[where];
    return afterId === undefined ? Promise.resolve(false) : put(item, afterId);
  };
  const carry = (item: AgendaItemView, { to, copy = false }: Carry) =>
    act(
      "agenda.carry",
      () => ({ ...named(item), to, copy }),
      t(copy ? "said.copied" : "said.carried"),
      item.id,
    );
  return { items, busy, act, edit, put, step, carry, refresh };
}

export type AgendaDeeds = ReturnType<typeof useAgenda>;
