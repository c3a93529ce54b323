import { run } from "../api";
import { SYSTEM } from "../auth/system";
import { isPlaying, today } from "../clock";
import { refreshAll } from "./commands";

/** Figures that move with the calendar, once for each day however many instances ask. */
export async function refreshStandings(): Promise<void> {
  if (isPlaying()) return;
  await run(refreshAll, SYSTEM, {}, { key: `standings-${today()}` });
}
