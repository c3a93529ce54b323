/** How guesses are limited, and what of a request is believed. */

/** What is known of one account name or one source of sign-ins. */
export type GuardRow = {
  failures: number;
  /** Attempts whose password is being checked at this moment. */
  inFlight: number;
  touchedAt: Date;
  failedAt: Date | null;
  lockedUntil: Date | null;
};

export type GuardPolicy = { limit: number; lockMinutes: number };
export type Admission = { kind: "go" } | { kind: "wait" } | { kind: "locked"; until: Date };
export type Outcome = "passed" | "failed" | "aborted";

const MINUTE = 60_000;
/** Seconds after which a check that never reported back is taken for dead. */
const STALE_SECONDS = 30;

/** The row without what has lapsed: old failures, an old lock, checks of a process that was killed. */
export function freshen(row: GuardRow, policy: GuardPolicy, now: Date): GuardRow {
  const lockOver = row.lockedUntil !== null && row.lockedUntil <= now;
  const lastFailure = row.failedAt?.getTime() ?? 0;
  const forgotten = lockOver || now.getTime() - lastFailure > policy.lockMinutes * MINUTE;
  const dead = now.getTime() - row.touchedAt.getTime() > STALE_SECONDS * 1000;
  return {
    ...row,
    failures: row.lockedUntil !== null && !lockOver ? row.failures : forgotten ? 0 : row.failures,
    lockedUntil: lockOver ? null : row.lockedUntil,
    inFlight: dead ? 0 : row.inFlight,
  };
}

/** May one more password be checked? Failures and checks under way share the limit, so that parallel guesses cannot pass it. */
export function admissionOf(row: GuardRow, policy: GuardPolicy): Admission {
  if (row.lockedUntil !== null) return { kind: "locked", until: row.lockedUntil };
  return row.failures + row.inFlight < policy.limit ? { kind: "go" } : { kind: "wait" };
}

/** The row after a check came to its end. @param forgiving whether a right password clears earlier failures */
export function afterAttempt(
  row: GuardRow,
  outcome: Outcome,
  forgiving: boolean,
  policy: GuardPolicy,
  now: Date,
): GuardRow {
  const done = { ...row, inFlight: Math.max(0, row.inFlight - 1), touchedAt: now };
  if (outcome === "passed") return forgiving ? { ...done, failures: 0, failedAt: null } : done;
  if (outcome === "aborted") return done;
  const failures = row.failures + 1;
  const locks = failures >= policy.limit;
  const lockedUntil = locks ? new Date(now.getTime() + policy.lockMinutes * MINUTE) : row.lockedUntil;
  return { ...done, failures, failedAt: now, lockedUntil };
}

/** Whole minutes until an instant, at least one. */
export function minutesUntil(until: Date, now: Date): number {
  return Math.max(1, Math.ceil((until.getTime() - now.getTime()) / MINUTE));
}

/** Whom failures are counted against: an IPv4 address, or the /64 network of an IPv6 address, which one subscriber owns whole. */
export function sourceOf(address: string | null): string {
  const plain =
    (address ?? "")
      .trim()
      .toLowerCase()
      .replace(/^::ffff:(?=\d+\.)/, "")
      .split("%")[0] ?? "";
  if (/^[\d.]{7,15}$/.test(plain)) return plain;
  if (!/^[\da-f:]{2,39}$/.test(plain) || !plain.includes(":")) return "unknown";
  const [head = "", tail] = plain.split("::");
  const groups = head.split(":").filter(Boolean);
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(":").filter(Boolean).length;
  const whole = [...groups, ...Array<string>(Math.max(0, missing)).fill("0"), ...(tail ?? "").split(":")];
  const network = whole.slice(0, 4).map((group) => (group || "0").replace(/^0+(?=.)/, ""));
  return `${network.join(":")}::/64`;
}

/** A path on our own pages to go on to, or `/` for anything that a browser could read as another address. */
export function safeNext(next: unknown): string {
  if (typeof next !== "string" || next.length > 2000 || !/^\/(?![/\\])/.test(next)) return "/";
  // Browsers drop tabs and line ends inside addresses and read a backslash as a slash.
  if (next.includes("\\") || [...next].some((char) => char < " " || char === "\u007f")) return "/";
  const own = "http://own.invalid";
  if (!URL.canParse(next, own)) return "/";
  const url = new URL(next, own);
  if (url.origin !== own || url.pathname.startsWith("//")) return "/";
  const path = `${url.pathname}${url.search}${url.hash}`;
  return /^\/(sign-in|setup|api)(\/|\?|#|$)/.test(path) ? "/" : path;
}

const BROWSERS: readonly [RegExp, string][] = [
  [/DingTalk\/([\d]+)/, "DingTalk"],
  [/MicroMessenger\/([\d]+)/, "WeChat"],
  [/Edg(?:A|iOS)?\/([\d]+)/, "Edge"],
  [/Firefox\/([\d]+)/, "Firefox"],
  [/Chrome\/([\d]+)/, "Chrome"],
  [/Version\/([\d]+).*Safari\//, "Safari"],
];
const SYSTEMS: readonly [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/, "HarmonyOS"],
  [/Windows/, "Windows"],
  [/Android/, "Android"],
  [/iPhone|iPad/, "iOS"],
  [/Mac OS X/, "macOS"],
  [/Linux/, "Linux"],
];

/** What a person recognises a device by: browser with its number, and system. */
export function deviceOf(userAgent: string | null): string {
  const sent = (userAgent ?? "").slice(0, 500);
  const browser = BROWSERS.find(([pattern]) => pattern.test(sent));
  const system = SYSTEMS.find(([pattern]) => pattern.test(sent))?.[1];
  const number = browser?.[0].exec(sent)?.[1];
  const parts = [browser && `${browser[1]} ${number}`, system].filter(Boolean);
  return parts.length > 0 ? parts.join(" · ") : "?";
}
