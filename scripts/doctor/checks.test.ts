import { describe, expect, test } from "vitest";
import { addressFinding, type DatabaseFacts, databaseFindings, diskFinding, secretFinding } from "./checks";

const SOUND: DatabaseFacts = {
  version: "18.4",
  fsync: "on",
  synchronousCommit: "on",
  fullPageWrites: "on",
  checksums: "on",
  roleUsable: true,
  roleChangesJournal: false,
};

function wrongWith(change: Partial<DatabaseFacts>): string[] {
  const findings = databaseFindings({ ...SOUND, ...change });
  return findings.filter((finding) => finding.mend !== null).map((finding) => finding.what);
}

describe("the database", () => {
  test("that keeps what it acknowledged is in order", () => {
    expect(wrongWith({})).toEqual([]);
    expect(wrongWith({ roleChangesJournal: null })).toEqual([]);
    expect(wrongWith({ synchronousCommit: "local" })).toEqual([]);
  });

  test.each([
    [{ fsync: "off" }, "落盘 fsync"],
    [{ synchronousCommit: "off" }, "提交落盘 synchronous_commit"],
    [{ fullPageWrites: "off" }, "整页写入 full_page_writes"],
    [{ checksums: "off" }, "数据校验 data_checksums"],
    [{ roleUsable: false }, "应用角色 guatu_app"],
    [{ roleChangesJournal: true }, "应用角色 guatu_app"],
  ])("with %o is told to mend one thing", (change, what) => {
    expect(wrongWith(change)).toEqual([what]);
  });
});

test.each([
  [199, true],
  [1023, true],
  [1024, false],
])("a disk with %i MB left is to be cleared: %s", (free, bad) => {
  expect(diskFinding(free).mend !== null).toBe(bad);
});

describe("the secret", () => {
  test.each([
    [undefined, null, false],
    [undefined, 0o100600, false],
    [undefined, 0o100644, true],
    ["short", null, true],
    ["a".repeat(40), null, true],
    ["kQ7-9dKx0_vZp3LmT8rYbN2cWf5gHs4jEa1u", 0o100644, false],
  ])("%s with a file of mode %s is to be mended: %s", (given, own, bad) => {
    expect(secretFinding(given, own).mend !== null).toBe(bad);
  });
});

test.each([
  ["http://127.0.0.1:3000", "127.0.0.1", false],
  ["http://10.0.0.5:3000", "0.0.0.0", true],
  ["https://guatu.example", "0.0.0.0", false],
])("%s on %s is open to listeners: %s", (address, host, bad) => {
  expect(addressFinding(address, host).mend !== null).toBe(bad);
});
