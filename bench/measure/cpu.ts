import { readFileSync } from "node:fs";

const TICK_MS = 10; // USER_HZ is 100 on every Linux that Node runs on

/** Milliseconds of processor time that a process has used so far; Linux only. */
export function cpuOf(pid: number): number {
  return ticksIn(`/proc/${pid}/stat`);
}

/** The same of its first thread alone, which answers all requests. */
export function mainCpuOf(pid: number): number {
  return ticksIn(`/proc/${pid}/task/${pid}/stat`);
}

function ticksIn(file: string): number {
  const stat = readFileSync(file, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

/** Resident megabytes of a process; Linux only. */
export function memoryOf(pid: number): number {
  const line = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
  return Number(line?.[1] ?? 0) / 1024;
}

/** Processor time and wall time per call, the calls one after the other. */
export async function perCall(
  pid: number,
  times: number,
  call: () => Promise<unknown>,
): Promise<{ cpu: number; wall: number }> {
  const [cpu, wall] = [cpuOf(pid), performance.now()];
  for (let n = 0; n < times; n++) await call();
  return { cpu: (cpuOf(pid) - cpu) / times, wall: (performance.now() - wall) / times };
}
