import { withChanges } from "@/lib/board/live-rules";
import type { BoardRow, BoardSnapshot, BoardTask, LiveMessage } from "@/lib/board/rules";
import { adopt, layRows, type Overlay, type Recent } from "./merge-rules";

/** The board that this page holds. One for the whole page, so that moving between pages does not load it again. */
export type BoardState = { snapshot: BoardSnapshot | null; overlays: readonly Overlay[] };

/** Messages that come faster than this are shown together. */
const FRAME_MS = 80;
const EMPTY: BoardState = { snapshot: null, overlays: [] };

let state = EMPTY;
let recent: Recent[] = [];
/** Messages that came before the board itself or too soon after the last one. */
let waiting: LiveMessage[] = [];
/** Messages that came while the server was asked for the board, whose answer may be older than they are; null while it is not. */
let heard: LiveMessage[] | null = null;
let timer: ReturnType<typeof setTimeout> | null = null;
let overlayKey = 0;
const watchers = new Set<() => void>();

export const readBoard = (): BoardState => state;

export function watchBoard(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

function become(next: Partial<BoardState>) {
  state = { ...state, ...next };
  for (const watcher of watchers) watcher();
}

/** To be called before the server is asked for the board. @returns what to call when it has answered and the answer is shown */
export function expectBoard(): () => void {
  heard = [...waiting];
  return () => {
    heard = null;
  };
}

/** Takes over a board that was fetched, with what was heard while it was on its way. */
export function showBoard(fetched: BoardSnapshot) {
  const snapshot = (heard ?? waiting).reduce(withChanges, adopt(state.snapshot, fetched, recent));
  waiting = [];
  forgetRecent(snapshot.seq);
  become({ snapshot });
}

/** Lays a message of the live stream over the board. */
export function showMessage(message: LiveMessage) {
  waiting.push(message);
  heard?.push(message);
  if (state.snapshot && timer === null) showWaiting();
}

function showWaiting() {
  const { snapshot } = state;
  timer = null;
  if (!snapshot || waiting.length === 0) return;
  const next = waiting.reduce(withChanges, snapshot);
  waiting = [];
  forgetRecent(next.seq);
  if (next !== snapshot) become({ snapshot: next });
  timer = setTimeout(showWaiting, FRAME_MS);
}

function forgetRecent(seq: number) {
  recent = recent.filter((one) => one.seq > seq);
}

/** Shows what a command answered, without waiting for the live stream. */
export function applyRows(rows: readonly BoardRow[], seq: number) {
  const { snapshot } = state;
  if (!snapshot || rows.length === 0) return;
  if (seq > snapshot.seq) recent.push({ seq, rows });
  become({ snapshot: layRows(snapshot, rows) });
}

/** Shows a change before the server has agreed to it. @returns how to take it back, once the answer is there */
export function withOptimistic(id: number, patch: Partial<BoardTask>): () => void {
  const key = ++overlayKey;
  become({ overlays: [...state.overlays, { key, id, patch }] });
  return () => {
    const overlays = state.overlays.filter((overlay) => overlay.key !== key);
    if (overlays.length < state.overlays.length) become({ overlays });
  };
}

/** Leaves nothing of the board on this page. */
export function emptyBoard() {
  if (timer) clearTimeout(timer);
  timer = null;
  recent = [];
  waiting = [];
  heard = heard && [];
  if (state !== EMPTY) become(EMPTY);
}
