import type { draggable as Draggable } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";

/** Cards come and go while scrolling; each is made draggable while it is drawn, with functions that all of them share. */

type Kit = { draggable: typeof Draggable };

let kit: Kit | null = null;
const mounted = new Map<HTMLElement, (() => void) | null>();

const idOf = (element: Element) => Number((element as HTMLElement).dataset.taskId);
const readData = ({ element }: { element: HTMLElement }) => ({ taskId: idOf(element) });

function attach(element: HTMLElement): (() => void) | null {
  return kit?.draggable({ element, getInitialData: readData }) ?? null;
}

/** The ref of a card. */
export function mountCard(element: HTMLLIElement | null) {
  if (!element) return;
  mounted.set(element, attach(element));
  return () => {
    mounted.get(element)?.();
    mounted.delete(element);
  };
}

/** Makes every card draggable from now on, once the kit has come. @returns how to end it */
export function allowDragging(loaded: Kit): () => void {
  kit = loaded;
  for (const element of mounted.keys()) mounted.set(element, attach(element));
  return () => {
    kit = null;
    for (const [element, detach] of mounted) {
      detach?.();
      mounted.set(element, null);
    }
  };
}
