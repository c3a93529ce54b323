import { parseBlock, type StreamEvent } from "./stream-rules";

/** Server-sent events over fetch: unlike EventSource it tells the status of the answer and notices a line that has gone silent. */

export type Ending = { status: number };

/** Heartbeats come every 20 s; after two that are missing the line is dead. */
const SILENCE_MS = 50_000;

/** Reads a stream until it ends, whoever ends it. @returns the status; 0 when the line broke or went silent */
export async function readStream(
  path: string,
  {
    onOpen,
    onEvent,
    signal,
  }: { onOpen: () => void; onEvent: (event: StreamEvent) => void; signal: AbortSignal },
): Promise<Ending> {
  const silence = new AbortController();
  const stop = () => silence.abort();
  signal.addEventListener("abort", stop);
  let timer = setTimeout(stop, SILENCE_MS);
  try {
    const answer = await fetch(path, { headers: { accept: "text/event-stream" }, signal: silence.signal });
    if (!answer.ok || !answer.body) return { status: answer.status };
    onOpen();
    await readBlocks(answer.body, onEvent, () => {
      clearTimeout(timer);
      timer = setTimeout(stop, SILENCE_MS);
    });
    return { status: 200 };
  } catch {
    return { status: 0 };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
  }
}

async function readBlocks(
  body: ReadableStream<Uint8Array>,
  onEvent: (event: StreamEvent) => void,
  heard: () => void,
): Promise<void> {
  const reader = body.pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>).getReader();
  let text = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    heard();
    const blocks = (text + value).split("\n\n");
    text = blocks.pop() ?? "";
    for (const event of blocks.flatMap(parseBlock)) onEvent(event);
  }
}
