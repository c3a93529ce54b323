import { expect, test } from "vitest";
import { allowance, type Claimed, fateOf, isVeiled, parcelsOf } from "./parcel-rules";
import { channelsOf, leavesAt, NO_PREFERENCE, refusalOfPreference } from "./preference-rules";

const line = (id: number, own: Partial<Claimed> = {}): Claimed => ({
  ...{ id, notificationId: id, channel: "mail", attempts: 1, accountId: 1, person: "张三", mail: "a@b.cn" },
  ...{ kind: "urged", params: { count: 1 }, sensitive: false, label: "open", link: "/", moot: null },
  ...own,
});

test("a person's mails leave as one, in order; a robot says twelve lines at a time to all", () => {
  const mails = parcelsOf([line(3), line(1), line(2, { accountId: 2 })]);
  expect(mails.map(({ lines }) => lines.map(({ id }) => id))).toEqual([[1, 3], [2]]);
  const words = Array.from({ length: 30 }, (_, n) => line(n, { channel: "wecom", accountId: n }));
  expect(parcelsOf(words).map(({ lines }) => lines.length)).toEqual([12, 12, 6]);
});

test("before a group only what the whole office may read is named", () => {
  const veiled = (own: Partial<Claimed>) => isVeiled(line(1, own));
  expect(veiled({ channel: "mail", label: "internal" })).toBe(false);
  expect(veiled({ channel: "feishu", label: "internal" })).toBe(true);
  expect(veiled({ channel: "mail", label: "sensitive" })).toBe(true);
  expect(veiled({ channel: "mail", sensitive: true })).toBe(true);
});

test("what could not leave is tried for more than a day and then given up; what is refused for good at once", () => {
  const busy = { done: false, problem: "http 500", again: true } as const;
  let waited = 0;
  let attempts = 1;
  for (; fateOf(busy, attempts).status === "waiting"; attempts++) waited += fateOf(busy, attempts).waitMs;
  expect(fateOf(busy, attempts).status).toBe("failed");
  expect(waited / 3_600_000).toBeGreaterThan(30);
  expect(fateOf(busy, 1).waitMs).toBe(30_000);
  expect(fateOf({ done: false, problem: "robotCode 300001", again: false }, 1).status).toBe("failed");
});

test("a robot speaks eighteen times in any minute", () => {
  const said = Array.from({ length: 17 }, (_, n) => 1000 + n);
  expect(allowance(said, 2000)).toBe(1);
  expect(allowance([...said, 1500], 2000)).toBe(0);
  expect(allowance([...said, 1500], 61_000)).toBe(1);
});

const at = (time: string) => new Date(`2024-09-30T${time}:00+08:00`);

test("quiet hours may lie on two sides of midnight, a digest waits for its time", () => {
  const night = { ...NO_PREFERENCE, quietFrom: 22 * 60, quietTo: 7 * 60 };
  expect(leavesAt(at("21:59"), night)).toEqual(at("21:59"));
  expect(leavesAt(at("22:00"), night)).toEqual(new Date("2024-10-01T07:00:00+08:00"));
  expect(leavesAt(at("06:59"), night)).toEqual(at("07:00"));
  expect(leavesAt(at("07:00"), night)).toEqual(at("07:00"));
  const evening = { ...NO_PREFERENCE, digestAt: 17 * 60 };
  expect(leavesAt(at("09:00"), evening)).toEqual(at("17:00"));
  expect(leavesAt(at("17:01"), evening)).toEqual(new Date("2024-10-01T17:00:00+08:00"));
  expect(refusalOfPreference({ ...night, digestAt: 23 * 60 })).toBe("digestInQuiet");
  expect(refusalOfPreference({ ...night, quietTo: null })).toBe("halfQuiet");
});

test("a kind leaves where its reader chose, otherwise as the office has it, and mail only with an address", () => {
  const open = ["mail", "dingtalk"] as const;
  const reader = { ...NO_PREFERENCE, mail: "a@b.cn" };
  expect(channelsOf("urged", reader, [...open])).toEqual(["mail", "dingtalk"]);
  expect(channelsOf("urged", NO_PREFERENCE, [...open])).toEqual(["dingtalk"]);
  expect(channelsOf("commented", reader, [...open])).toEqual([]);
  expect(channelsOf("commented", { ...reader, kinds: { commented: ["mail", "feishu"] } }, [...open])).toEqual(
    ["mail"],
  );
  expect(channelsOf("urged", { ...reader, kinds: { urged: [] } }, [...open])).toEqual([]);
});
