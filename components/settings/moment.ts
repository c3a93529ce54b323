const SHANGHAI_MS = 8 * 3_600_000;

/** An instant as it stands in tables: `2024-03-01 14:05`, in Shanghai. */
export function momentOf(instant: Date): string {
  return new Date(instant.getTime() + SHANGHAI_MS).toISOString().slice(0, 16).replace("T", " ");
}
