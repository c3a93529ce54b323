"use client";

import { useRef, useState } from "react";
import { CommandProblem } from "@/components/data/command-problem";
import type { AgendaItemView } from "@/lib/meetings/agenda-queries";
import type { AgendaDeeds } from "./use-agenda";

/** `theirs`: the title that somebody else gave meanwhile; the own one is kept beside it until one of the two is chosen. */
type State = { text: string | null; theirs: string | null; problem: string | null; busy: boolean };
const SHUT: State = { text: null, theirs: null, problem: null, busy: false };

/** The title of an item, changed where it stands. */
export function useTitle(item: AgendaItemView, deeds: AgendaDeeds) {
  const [state, setState] = useState<State>(SHUT);
  const base = useRef(item.title);
  // A field that goes away loses the focus as well; what was given up must not be kept by that.
  const open = useRef(false);
  const begin = () => {
    base.current = item.title;
    open.current = true;
    setState({ ...SHUT, text: item.title });
  };
  const leave = () => {
    open.current = false;
    setState(SHUT);
  };
  const type = (text: string) => setState((before) => ({ ...before, text, problem: null }));
  const conflict = (theirs: string) => {
    base.current = theirs;
    setState((before) => ({ ...before, theirs, busy: false }));
  };
  const send = async (title: string, again: boolean): Promise<void> => {
    setState((before) => ({ ...before, theirs: null, busy: true }));
    try {
      await deeds.write(item, { title }, { title: base.current });
      leave();
    } catch (error) {
      if (!(error instanceof CommandProblem)) throw error;
      const now = String(error.current?.title ?? base.current);
      // Something else of the item was written meanwhile: that is no quarrel about its title.
      if (error.isStale && now === base.current && again) return send(title, false);
      if (error.isStale && now !== base.current) return conflict(now);
      setState((before) => ({ ...before, problem: error.title, busy: false }));
    }
  };
  const keep = async () => {
    const title = state.text?.trim() ?? "";
    if (!open.current || state.text === null || state.busy) return;
    if (title === "" || title === item.title) return leave();
    if (item.title !== base.current) return conflict(item.title);
    await send(title, true);
  };
  return { ...state, begin, leave, type, keep };
}

export type TitleState = ReturnType<typeof useTitle>;
