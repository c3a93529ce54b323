import { rmSync } from "node:fs";
import { clusterIn } from "./cluster";
import { isAlive, isPostmasterOf, readPidFile } from "./postmaster";

/** Stops the server of a temporary data folder whose maker is dead, and removes the folder; leaves any other alone. */
export async function stopLeftover(folder: string, maker: number): Promise<void> {
  if (!Number.isInteger(maker) || isAlive(maker)) return;
  const cluster = clusterIn(folder);
  const file = readPidFile(cluster);
  if (file && isPostmasterOf(file.pid, cluster)) process.kill(file.pid, "SIGQUIT");
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
