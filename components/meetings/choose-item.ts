import { useEffect, useRef } from "react";

/** The form beside the agenda follows the matter that somebody points at. */

/** `asked`: by a press on the matter itself, not because the screen went on. */
type Listener = (itemId: number, asked: boolean) => void;

const listeners = new Set<Listener>();

export function chooseItem(itemId: number, asked: boolean): void {
  for (const listener of listeners) listener(itemId, asked);
}

export function useChosenItem(onChoose: Listener): void {
  const latest = useRef(onChoose);
  latest.current = onChoose;
  useEffect(() => {
    const listener: Listener = (...chosen) => latest.current(...chosen);
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, []);
}
