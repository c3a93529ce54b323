const AGAIN_MS = 60_000;

/**
 * Does `work` after a while, as soon as the server answers: asking for a page without a network would lose the one that is shown.
 * @returns how to give it up
 */
export function whenReachable(work: () => void, after: number): () => void {
  let timer = setTimeout(attempt, after);
  let given = false;
  async function attempt() {
    const answer = await fetch("/api/health", { cache: "no-store" }).catch(() => null);
    if (given) return;
    if (answer?.ok) work();
    else timer = setTimeout(attempt, AGAIN_MS);
  }
  return () => {
    given = true;
    clearTimeout(timer);
  };
}
