"use client";

import { useMemo, useRef, useState } from "react";
import { CommandProblem } from "@/components/data/command-problem";
import { runCommand } from "@/components/data/use-command";
import { announce } from "@/components/ui/announce";
import { notify } from "@/components/ui/toast-queue";
import type { AgendaItemView } from "@/lib/meetings/agenda-queries";
import type { Words } from "@/lib/message-format";
import { useWords } from "@/lib/words-client";
import { useLive } from "../live";
import { placesOf } from "./order-rules";

export type Carry = { to: "next" | "backlog"; copy?: boolean };
type Done = { itemId?: number; version?: number } | null;

/** What the deeds look at when they are asked for; it changes with every picture of the meeting, they do not. */
type Means = {
  t: Words;
  items: readonly AgendaItemView[];
  refresh: () => Promise<void>;
  setBusy: (id: number | null) => void;
};

/** What can be done with the items of the agenda; afterwards the page shows what holds then. */
export function useAgenda() {
  const t = useWords("agenda");
  const { review, refresh } = useLive();
  const [busy, setBusy] = useState<number | null>(null);
  const { items } = review.agenda;
  const means = useRef<Means>({ t, items, refresh, setBusy });
  means.current = { t, items, refresh, setBusy };
  // The same as long as the page is there, so that a row is drawn anew only when its own item changed.
  const deeds = useMemo(() => deedsOf(() => means.current), []);
  return { items, busy, deeds };
}

export type AgendaDeeds = ReturnType<typeof deedsOf>;

function deedsOf(means: () => Means) {
  const { act, send, named } = doerOf(means);
  const { t } = means();
  const put = (item: AgendaItemView, afterId: number | null) =>
    act("agenda.order", () => ({ ...named(item), afterId }), t("said.moved"), item.id);
  return {
    act,
    put,
    refresh: () => means().refresh(),
    step: (item: AgendaItemView, where: "up" | "down" | "first" | "last") => {
      const afterId = placesOf(means().items, item.id)[where];
      return afterId === undefined ? Promise.resolve(false) : put(item, afterId);
    },
    edit: (item: AgendaItemView, fields: object) =>
      act("agenda.edit", () => ({ ...named(item), ...fields }), t("said.edited"), item.id),
    carry: (item: AgendaItemView, { to, copy = false }: Carry) =>
      act(
        "agenda.carry",
        () => ({ ...named(item), to, copy }),
        t(copy ? "said.copied" : "said.carried"),
        item.id,
      ),
    /** Changes what stands in a row and offers to take it back as long as nobody wrote since. @throws CommandProblem when it is stale */
    write: async (item: AgendaItemView, fields: object, before: object) => {
      const done = await send("agenda.edit", () => ({ ...named(item), ...fields }), item.id);
      if (!done?.version) return;
      const { version } = done;
      const undo = () =>
        void act("agenda.edit", () => ({ itemId: item.id, version, ...before }), t("said.undone"), item.id);
      notify({ text: t("said.edited"), tone: "success", undo });
    },
  };
}

/** One deed after the other, so that a quick hand does not trip over itself. */
function doerOf(means: () => Means) {
  let queue: Promise<unknown> = Promise.resolve();
  const versions = new Map<number, number>();
  /** Of the item as the last deed left it, even before the page has heard of it. */
  const versionOf = ({ id, version }: AgendaItemView) => Math.max(version, versions.get(id) ?? 0);
  const run = async (name: string, input: () => object, id: number): Promise<Done> => {
    means().setBusy(id);
    try {
      const result = await runCommand<Done>(name, input());
      if (result?.itemId && result.version) versions.set(result.itemId, result.version);
      return result;
    } finally {
      await means().refresh();
      means().setBusy(null);
    }
  };
  /** @throws CommandProblem */
  const send = (name: string, input: () => object, id: number): Promise<Done> => {
    const next = queue.then(() => run(name, input, id));
    queue = next.catch(() => undefined);
    return next;
  };
  const act = (name: string, input: () => object, said: string, id = 0): Promise<boolean> =>
    send(name, input, id).then(
      () => {
        announce(said);
        return true;
      },
      (error: unknown) => {
        if (!(error instanceof CommandProblem)) throw error;
        notify({ text: error.isStale ? means().t("stale") : error.title, tone: "error" });
        return false;
      },
    );
  const named = (item: AgendaItemView) => ({
    itemId: item.id,
    version: versionOf(means().items.find(({ id }) => id === item.id) ?? item),
  });
  return { act, send, named };
}
