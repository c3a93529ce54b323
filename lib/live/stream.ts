/** An open answer, as the streams of this house are: events for as long as somebody listens. */

export type Outlet = { send: (bytes: Uint8Array) => void; close: () => void };

export const STREAM_HEADERS = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-cache, no-transform",
  "x-accel-buffering": "no",
};

/** Opens a stream for one reader; `join` adds it to its hub and says how to take it off again. */
export function eventStream(
  request: Pick<Request, "signal">,
  join: (outlet: Outlet) => Promise<() => void>,
): ReadableStream<Uint8Array> {
  let leave: (() => void) | undefined;
  let open = true;
  return new ReadableStream<Uint8Array>({
    async start(controller) {
      const close = () => {
        if (!open) return;
        open = false;
        leave?.();
        controller.close();
      };
      const send = (bytes: Uint8Array) => {
        if (!open) return;
        // A reader that has stopped reading is dropped: it comes back and asks for what it missed.
        if ((controller.desiredSize ?? 0) < -1000) close();
        else controller.enqueue(bytes);
      };
      request.signal.addEventListener("abort", close);
      send(Buffer.from("retry: 1500\n\n"));
      leave = await join({ send, close });
      if (!open) leave();
    },
    cancel() {
      open = false;
      leave?.();
    },
  });
}

const holder = globalThis as unknown as {
  __guatuStreams?: Set<() => void>;
  __guatuCloseStreams?: () => void;
};

/** What ends a hub's streams when the server stops. */
export function endWithServer(closeAll: () => void): void {
  const all = holder.__guatuStreams ?? new Set();
  holder.__guatuStreams = all.add(closeAll);
  holder.__guatuCloseStreams = () => {
    for (const close of all) close();
  };
}
