export type StreamEvent = { event: string; data: string };

/** One block between two empty lines; none for a comment. */
export function parseBlock(block: string): StreamEvent[] {
  const lines = block.split("\n").map((line) => /^(\w+): ?(.*)$/.exec(line));
  const values = (name: string) => lines.filter((line) => line?.[1] === name).map((line) => line?.[2] ?? "");
  const data = values("data");
  return data.length === 0 ? [] : [{ event: values("event")[0] ?? "message", data: data.join("\n") }];
}
