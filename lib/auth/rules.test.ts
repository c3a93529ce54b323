import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  admissionOf,
  afterAttempt,
  deviceOf,
  freshen,
  type GuardRow,
  minutesUntil,
  safeNext,
  sourceOf,
} from "./rules";

const policy = { limit: 5, lockMinutes: 10 };
const noon = new Date("2024-09-30T04:00:00Z");
const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);
const fresh: GuardRow = { failures: 0, inFlight: 0, touchedAt: noon, failedAt: null, lockedUntil: null };
const fail = (row: GuardRow, at = noon) =>
  afterAttempt({ ...row, inFlight: row.inFlight + 1 }, "failed", true, policy, at);
const failed = (times: number) => Array.from({ length: times }).reduce<GuardRow>((row) => fail(row), fresh);

describe("guesses", () => {
  test("the fifth failure locks for ten minutes, the fourth does not", () => {
    expect(admissionOf(failed(4), policy)).toEqual({ kind: "go" });
    expect(admissionOf(failed(5), policy)).toEqual({ kind: "locked", until: later(10) });
  });

  test("failures and checks under way share the limit", () => {
    expect(admissionOf({ ...failed(3), inFlight: 1 }, policy)).toEqual({ kind: "go" });
    expect(admissionOf({ ...failed(3), inFlight: 2 }, policy)).toEqual({ kind: "wait" });
  });

  test("a right password clears the failures of the account, never those of the source", () => {
    expect(afterAttempt(failed(4), "passed", true, policy, noon).failures).toBe(0);
    expect(afterAttempt(failed(4), "passed", false, policy, noon).failures).toBe(4);
  });

  test("a check that broke off counts for nothing", () => {
    const row = { ...failed(2), inFlight: 1 };
    expect(afterAttempt(row, "aborted", true, policy, noon)).toMatchObject({ failures: 2, inFlight: 0 });
  });

  test("the lock ends after its minutes and takes the failures with it", () => {
    expect(freshen(failed(5), policy, later(9.9)).lockedUntil).not.toBeNull();
    expect(freshen(failed(5), policy, later(10))).toMatchObject({ failures: 0, lockedUntil: null });
  });

  test("failures are forgotten after ten quiet minutes, however often others signed in meanwhile", () => {
    const busy = { ...failed(4), touchedAt: later(11) };
    expect(freshen(busy, policy, later(9)).failures).toBe(4);
    expect(freshen(busy, policy, later(11)).failures).toBe(0);
  });

  test("checks of a process that was killed stop counting after half a minute", () => {
    const row = { ...fresh, inFlight: 5 };
    expect(freshen(row, policy, later(0.4)).inFlight).toBe(5);
    expect(freshen(row, policy, later(0.6)).inFlight).toBe(0);
  });

  test("the minutes told are whole and never none", () => {
    expect(minutesUntil(later(9.2), noon)).toBe(10);
    expect(minutesUntil(noon, later(1))).toBe(1);
  });
});

describe("the source of a sign-in", () => {
  test.each([
    ["10.1.2.3", "10.1.2.3"],
    ["::ffff:10.1.2.3", "10.1.2.3"],
    ["::1", "0:0:0:0::/64"],
    ["2001:db8:0:7::1", "2001:db8:0:7::/64"],
    ["2001:0db8:0000:0007:aaaa:bbbb:cccc:dddd", "2001:db8:0:7::/64"],
    ["2001:db8::", "2001:db8:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    [null, "unknown"],
    ["' OR 1=1", "unknown"],
  ])("%s counts as %s", (address, source) => {
    expect(sourceOf(address)).toBe(source);
  });
});

describe("where to go on to", () => {
  test.each(["/", "/board?unit=3&light=red", "/tasks/12#history", "/settings/password"])(
    "%s stands",
    (next) => {
      expect(safeNext(next)).toBe(next);
    },
  );

  test.each([
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "\t//evil.example",
    "https:evil.example",
    "https://evil.example",
    "/\n/evil.example",
    "javascript:alert(1)",
    "/..//evil.example",
    "/.//evil.example",
    "http://own.invalid.evil.example",
    "",
    " /board",
    "/api/auth/signout",
    "/sign-in?next=/sign-in",
  ])("%j does not", (next) => {
    expect(safeNext(next)).toBe("/");
  });

  test.each([undefined, null, 5, ["/board"], {}])("%j does not", (next) => {
    expect(safeNext(next)).toBe("/");
  });

  test("no text leads a browser to another origin", () => {
    const pieces = fc.constantFrom(
      "/",
      "\\",
      "//",
      ":",
      "@",
      "evil.example",
      "http",
      "%09",
      "\t",
      "\n",
      "%2f",
      ".",
      "?",
      "#",
      "。",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const target = new URL(safeNext(parts.join("")), "https://guatu.example/sign-in");
        expect(target.origin).toBe("https://guatu.example");
        expect(target.pathname.startsWith("//")).toBe(false);
      }),
      { numRuns: 5000 },
    );
  });
});

describe("devices by their names", () => {
  test.each([
    [
      "Mozilla/5.0 (Windows NT 6.1) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/109.0.0.0 Safari/537.36",
      "Chrome 109 · Windows",
    ],
    [
      "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/120.0 Safari/537.36 Edg/120.0",
      "Edge 120 · Windows",
    ],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0) AppleWebKit/605 Version/17.0 Mobile Safari/604.1",
      "Safari 17 · iOS",
    ],
    [
      "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/100.0 Mobile Safari/537.36 DingTalk/7.0",
      "DingTalk 7 · Android",
    ],
    ["curl/8.1", "?"],
    [null, "?"],
  ])("%s", (userAgent, device) => {
    expect(deviceOf(userAgent)).toBe(device);
  });
});
