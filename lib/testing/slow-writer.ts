import { setTimeout } from "node:timers/promises";
import { receive } from "@/lib/files/store";

// An upload that never ends, in a process of its own, so that a test can kill it.
async function* drip() {
  for (;;) {
    yield new Uint8Array(65_536);
    process.stdout.write("wrote\n");
    await setTimeout(20);
  }
}

await receive(drip(), 1_000_000_000);
