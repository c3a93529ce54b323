/** Tells the dispatcher of this process that something waits; one in another process finds it within a minute. */

const holder = globalThis as unknown as { __guatuDispatch?: (() => void) | undefined };
const AFTER_COMMIT_MS = 300;
let timer: NodeJS.Timeout | undefined;

/** Called from within a transaction, so it waits a moment for the commit. */
export function nudge(): void {
  if (!holder.__guatuDispatch || timer) return;
  timer = setTimeout(() => {
    timer = undefined;
    holder.__guatuDispatch?.();
  }, AFTER_COMMIT_MS);
  timer.unref();
}

/** Says what a nudge does in this process; null when nothing runs here. */
export function onNudge(dispatch: (() => void) | null): void {
  holder.__guatuDispatch = dispatch ?? undefined;
}
