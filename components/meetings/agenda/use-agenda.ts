"use client";

import { useState } from "react";
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
  const act = async (name: string, input: unknown, said: string, id = 0) => {
    setBusy(id);
    const done = await runCommand(name, input).then(
      () => true,
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
  const { items } = review.agenda;
  const edit = (item: AgendaItemView, fields: object) =>
    act("agenda.edit", { itemId: item.id, version: item.version, ...fields }, t("said.edited"), item.id);
  const put = (item: AgendaItemView, afterId: number | null) =>
    act("agenda.order", { itemId: item.id, version: item.version, afterId }, t("said.moved"), item.id);
  const step = (item: AgendaItemView, where: "up" | "down" | "first" | "last") => {
    const afterId = placesOf(items, item.id)[where];
    return afterId === undefined ? Promise.resolve(false) : put(item, afterId);
  };
  const carry = (item: AgendaItemView, { to, copy = false }: Carry) =>
    act(
      "agenda.carry",
      { itemId: item.id, version: item.version, to, copy },
      t(copy ? "said.copied" : "said.carried"),
      item.id,
    );
  return { items, busy, act, edit, put, step, carry, refresh };
}

export type AgendaDeeds = ReturnType<typeof useAgenda>;
