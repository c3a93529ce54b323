import { dispatch } from "@/lib/notifications/dispatch";

/** A dispatcher that works until it is killed: `tsx bench/measure/outbox-dispatcher.ts`, with the environment of an installation. */

process.send?.("up");
for (;;) {
  await dispatch({ forMs: 20_000 });
  await new Promise((done) => setTimeout(done, 20));
}
