import { chmodSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { addressOf, provideEnvironment } from "./environment";
import { temporary, tidy } from "./testing/starts";

const before = { ...process.env };

afterEach(() => {
  for (const name of ["NEXTAUTH_SECRET", "NEXTAUTH_URL", "GUATU_DATA", "NODE_ENV"]) {
    if (before[name] === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = before[name];
  }
});
afterAll(tidy);

describe("the address that a person opens", () => {
  test.each([
    ["127.0.0.1", "http://127.0.0.1:3000"],
    ["::1", "http://[::1]:3000"],
    ["guatu.lan", "http://guatu.lan:3000"],
  ])("of %s is %s", (host, address) => {
    expect(addressOf(host, 3000)).toBe(address);
  });

  test("is never the one that means everywhere", () => {
    expect(addressOf("0.0.0.0", 3000)).toMatch(/^http:\/\/(?!0\.0\.0\.0)\d+\.\d+\.\d+\.\d+:3000$/);
  });
});

describe("the secret that signs sessions", () => {
  test("is made once, kept from other users, and the same at the next start", () => {
    const folder = temporary("secret");
    provideEnvironment(folder, false, "http://x");
    const first = process.env.NEXTAUTH_SECRET ?? "";
    expect(Buffer.byteLength(first)).toBeGreaterThanOrEqual(32);
    expect(statSync(path.join(folder, "secret")).mode & 0o777).toBe(0o600);
    Reflect.deleteProperty(process.env, "NEXTAUTH_SECRET");
    provideEnvironment(folder, false, "http://x");
    expect(process.env.NEXTAUTH_SECRET).toBe(first);
  });

  test("is the given one where there is one, and then none is made", () => {
    const folder = temporary("secret");
    process.env.NEXTAUTH_SECRET = "g".repeat(32);
    provideEnvironment(folder, false, "http://x");
    expect(process.env.NEXTAUTH_SECRET).toBe("g".repeat(32));
    expect(() => readFileSync(path.join(folder, "secret"))).toThrow("ENOENT");
  });

  test("that was damaged is not replaced in silence", () => {
    const folder = temporary("secret");
    writeFileSync(path.join(folder, "secret"), "half");
    chmodSync(path.join(folder, "secret"), 0o600);
    expect(() => provideEnvironment(folder, false, "http://x")).toThrow("已损坏");
  });
});

test("an address that was given is kept", () => {
  process.env.NEXTAUTH_URL = "https://guatu.example";
  provideEnvironment(temporary("secret"), false, "http://x");
  expect(process.env.NEXTAUTH_URL).toBe("https://guatu.example");
});
