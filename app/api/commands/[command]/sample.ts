import { stateOfLink } from "@/lib/auth/setup";
import { Refused } from "@/lib/errors";
import { FillSample } from "@/lib/setup/input";

const holder = globalThis as unknown as { __guatuSample?: Promise<void> | undefined };

/**
 * Plays the sample year for whoever has just finished the set-up. It is many commands, each in its own transaction,
 * and takes some seconds; a second call waits for the first. @throws Refused
 */
export async function playSample(input: unknown): Promise<void> {
  const sent = FillSample.safeParse(input);
  const state = sent.success ? await stateOfLink(sent.data.token) : "over";
  if (state !== "used") throw new Refused("setupLinkOver");
  holder.__guatuSample ??= play().finally(() => {
    holder.__guatuSample = undefined;
  });
  await holder.__guatuSample;
}

async function play(): Promise<void> {
  const { addSampleProgress } = await import("@/prisma/seed/sample-progress");
  await addSampleProgress();
  await (await import("@/lib/standings/refresh")).refreshStandings();
}
