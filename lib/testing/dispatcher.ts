import { setTimeout } from "node:timers/promises";
import { dispatch } from "@/lib/notifications/dispatch";

// A dispatcher in a process of its own, so that a test can run two and kill them.
for (;;) {
  const tally = await dispatch({ forMs: 300 });
  if (tally) process.stdout.write(`${JSON.stringify(tally)}\n`);
  await setTimeout(20);
}
