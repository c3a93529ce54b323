import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { formatMessage, type Messages } from "../lib/message-format";
import { usesIn } from "./uses";

const ROOT = path.resolve(import.meta.dirname, "..");
const LOCALES = ["zh-CN", "en"] as const;

const filesOf = (locale: string) => readdirSync(path.join(ROOT, "messages", locale)).sort();
const read = (locale: string, file: string) =>
  JSON.parse(readFileSync(path.join(ROOT, "messages", locale, file), "utf8")) as Messages;

/** Every wording by its path, such as `step.close`. */
function flat(messages: Messages, above = ""): Map<string, string> {
  return new Map(
    Object.entries(messages).flatMap(([key, value]) =>
      typeof value === "string" ? [[above + key, value] as const] : [...flat(value, `${above}${key}.`)],
    ),
  );
}

/** The arguments that a wording asks for, whatever the branch. */
function argumentsOf(message: string): string[] {
  const asked = new Set<string>();
  for (const count of [0, 1, 2]) {
    const values = new Proxy<Record<string, number>>(
      {},
      { get: (_, name) => asked.add(String(name)) && count },
    );
    formatMessage(message, values, "en");
  }
  return [...asked].sort();
}

test("both languages have the same files", () => {
  expect(filesOf("en")).toEqual(filesOf("zh-CN"));
});

describe.each(filesOf("zh-CN"))("%s", (file) => {
  const chinese = flat(read("zh-CN", file));
  const english = flat(read("en", file));

  test("has the same keys in both languages", () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
  });

  test("has the same arguments in both languages", () => {
    const unlike = [...chinese].filter(
      ([key, message]) => String(argumentsOf(message)) !== String(argumentsOf(english.get(key) ?? "")),
    );
    expect(unlike).toEqual([]);
  });

  test.each([
    ["zh-CN", chinese],
    ["en", english],
  ] as const)("has no empty wording and can be formatted in %s", (locale, messages) => {
    for (const [key, message] of messages) {
      expect(message.trim(), key).not.toBe("");
      expect(() => formatMessage(message, {}, locale), key).not.toThrow();
    }
  });
});

describe("the words that the code asks for", () => {
  const known = new Map(
    filesOf("zh-CN").map((file) => [file.replace(".json", ""), flat(read("zh-CN", file))] as const),
  );
  const uses = ["app", "components", "lib"].flatMap((folder) => usesIn(path.join(ROOT, folder)));

  test("are found by this test at all", () => {
    expect(uses.length).toBeGreaterThan(50);
  });

  test("exist", () => {
    const missing = uses.filter(({ namespace, key, dynamic }) => {
      const keys = [...(known.get(namespace)?.keys() ?? [])];
      return !(dynamic ? keys.some((each) => each.startsWith(key)) : keys.includes(key));
    });
    expect(missing).toEqual([]);
  });
});

test(`the languages are ${LOCALES.join(" and ")}`, () => {
  const folders = readdirSync(path.join(ROOT, "messages"), { withFileTypes: true });
  expect(folders.filter((each) => each.isDirectory()).map((each) => each.name)).toEqual([...LOCALES].sort());
});
