/** How this page stands with the server. */
export type Connection = {
  live: boolean;
  /** Milliseconds of the last word from the server; null before the first. */
  asOf: number | null;
  /** The status with which the board was refused (403, 500 …), 0 when no answer came; null when it was not. */
  refused: number | null;
};

let connection: Connection = { live: false, asOf: null, refused: null };
const watchers = new Set<() => void>();

export function readConnection(): Connection {
  return connection;
}

export function watchConnection(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** Notes what was learnt; a word from the server also notes the moment. */
export function noteConnection(news: Partial<Omit<Connection, "asOf">>) {
  const heard = news.live === true || news.refused === null;
  connection = { ...connection, ...news, ...(heard && { asOf: performance.timeOrigin + performance.now() }) };
  for (const watcher of watchers) watcher();
}

/** A message of the stream came: the data are as of now. Nobody has to be told. */
export function noteHeard() {
  connection = { ...connection, asOf: performance.timeOrigin + performance.now() };
}
