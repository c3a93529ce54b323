import { randomBytes, randomInt } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

/** OWASP's argon2id: 19 MiB, two passes; about 50 ms in a thread of its own. */
const COST = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Longer ones are refused before they are hashed. */
const PASSWORD_MAX = 128;

// One way of typing a letter with an accent or a full-width digit, whatever keyboard it came from.
const normal = (password: string) => password.normalize("NFKC");

export function hashPassword(password: string): Promise<string> {
  return hash(normal(password), COST);
}

/** Is it the password? With no hash (an unknown account) it takes the same time and answers no. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const dummy = await dummyHash();
  const tooLong = password.length > PASSWORD_MAX;
  const matches = await verify(stored ?? dummy, normal(tooLong ? "" : password)).catch(() => false);
  return matches && stored !== null && !tooLong;
}

let dummy: Promise<string> | undefined;

/** What is checked where there is no hash: of nobody's password, at the usual cost. */
export function dummyHash(): Promise<string> {
  dummy ??= hashPassword(randomBytes(24).toString("base64url"));
  return dummy;
}

// Without the letters and digits that are taken for one another on paper.
const LETTERS = ["abcdefghijkmnpqrstuvwxyz", "ABCDEFGHJKLMNPQRSTUVWXYZ", "23456789"];

/** A password to be read off a screen once and then changed: 16 characters in groups, about 90 bits. */
export function randomPassword(): string {
  const all = LETTERS.join("");
  const pick = (from: string) => from[randomInt(from.length)] ?? "";
  const chars = [...LETTERS.map(pick), ...Array.from({ length: 13 }, () => pick(all))];
  for (let at = chars.length - 1; at > 0; at--) {
    const other = randomInt(at + 1);
    [chars[at], chars[other]] = [chars[other] ?? "", chars[at] ?? ""];
  }
  return chars.join("").replace(/(.{4})(?=.)/g, "$1-");
}
