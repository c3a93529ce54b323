"use client";

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";

export type Landing = { id: number; target: Record<string | symbol, unknown> };
export type DragKit = typeof import("@atlaskit/pragmatic-drag-and-drop/element/adapter");

type Options<T> = {
  itemOf: (id: number) => T | undefined;
  /** A card was let go over something that takes cards. */
  land: (landing: Landing) => void;
};

type Dragging<T> = {
  dragged: T | null;
  kit: DragKit | null;
  /** Makes the card under the mouse draggable: no other one can be dragged next. */
  aim: (card: HTMLElement | null) => void;
};

/** Dragging with a mouse: the kit comes after the page stands and never to a phone, where the menu does the same. */
export function useDragging<T>(options: Options<T>): Dragging<T> {
  const kit = useKit();
  const [dragged, setDragged] = useState<T | null>(null);
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  useEffect(() => {
    return kit?.monitorForElements({
      onDragStart: ({ source }) => setDragged(() => latest.current.itemOf(Number(source.data.id)) ?? null),
      onDrop: ({ source, location }) => {
        setDragged(null);
        const target = location.current.dropTargets[0]?.data;
        if (target) latest.current.land({ id: Number(source.data.id), target });
      },
    });
  }, [kit]);
  return { dragged, kit, aim: useAim(kit) };
}

function useKit(): DragKit | null {
  const [kit, setKit] = useState<DragKit | null>(null);
  useEffect(() => {
    if (!window.matchMedia("(pointer: fine)").matches) return;
    let wanted = true;
    void import("@atlaskit/pragmatic-drag-and-drop/element/adapter").then((loaded) => {
      if (wanted) setKit(loaded);
    });
    return () => {
      wanted = false;
    };
  }, []);
  return kit;
}

function useAim(kit: DragKit | null): Dragging<unknown>["aim"] {
  const aimed = useRef<{ card: HTMLElement; release: () => void } | null>(null);
  const aim = useCallback(
    (card: HTMLElement | null) => {
      if (aimed.current?.card === card) return;
      aimed.current?.release();
      const release = card && kit?.draggable({ element: card, getInitialData: () => ({ id: idOf(card) }) });
      aimed.current = card && release ? { card, release } : null;
    },
    [kit],
  );
  useEffect(() => () => aim(null), [aim]);
  return aim;
}

const idOf = (card: HTMLElement) =>
  Number(card.dataset.taskId ?? card.dataset.entryId ?? card.dataset.itemId);

type Target = {
  ref: RefObject<HTMLElement | null>;
  kit: DragKit | null;
  /** What is told when a card is let go at this height of the screen; null takes no card. */
  data: ((y: number) => Record<string, unknown>) | null;
  /** The height at which a card is held over it; null when it has left. */
  tell: (y: number | null) => void;
};

/** Makes an element take cards while it is drawn. */
export function useDropTarget({ ref, kit, data, tell }: Target) {
  const latest = useRef({ data, tell });
  useEffect(() => {
    latest.current = { data, tell };
  });
  const takes = data !== null;
  useEffect(() => {
    const element = ref.current;
    if (!element || !kit || !takes) return;
    const over = ({ location }: { location: { current: { input: { clientY: number } } } }) =>
      latest.current.tell(location.current.input.clientY);
    const away = () => latest.current.tell(null);
    return kit.dropTargetForElements({
      element,
      getData: ({ input }) => latest.current.data?.(input.clientY) ?? {},
      onDragEnter: over,
      onDrag: over,
      onDragLeave: away,
      onDrop: away,
    });
  }, [ref, kit, takes]);
}
