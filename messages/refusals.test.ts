import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { REFUSALS } from "@/lib/tasks/rules";
import english from "./en/refusals.json";
import chinese from "./zh-CN/refusals.json";

/** Every refusal that the source can utter has its sentence, or people would read "unexpected". */

function sourcesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name);
    if (statSync(file).isDirectory())
      return name === "generated" || name === "testing" ? [] : sourcesBelow(file);
    return /\.tsx?$/.test(name) && !name.includes(".test.") ? [file] : [];
  });
}

/** Type aliases named …Refusal, calls of refuse() and Refused(), codes of the door, and custom issues of shapes. */
function codesIn(source: string): string[] {
  const places = [
    /type \w*Refusal\s*=([^;]*);/g,
    /\): ((?:"\w+" \| )*"\w+" \| null) \{/g,
    /\brefuse\(([\s\S]*?)\);/g,
    /new Refused\(([^)]*)\)/g,
    /new Turned\(\{[^}]*?code: ("\w+")/g,
    /status: \d+, (code: "\w+")/g,
  ];
  const texts = places.flatMap((place) => [...source.matchAll(place)].map((found) => found[1] ?? ""));
  return texts.flatMap((text) => [...text.matchAll(/"([a-z]\w+)"/g)].map((found) => found[1] ?? ""));
}

const codes = [
  ...new Set([
    ...REFUSALS,
    ...["lib", "app"].flatMap(sourcesBelow).flatMap((file) => codesIn(readFileSync(file, "utf8"))),
  ]),
].filter((code) => !["closed", "draft", "assigned", "inProgress"].includes(code));

test("the search finds the refusals of rules, commands and the door", () => {
  expect(codes).toEqual(
    expect.arrayContaining([
      "wrongStatus",
      "ownUnitOnly",
      "evidenceLocked",
      "postClosed",
      "tooFast",
      "stale",
    ]),
  );
});

test.each(codes)("%s has a sentence in both languages", (code) => {
  expect(chinese).toHaveProperty(code, expect.any(String));
  expect(english).toHaveProperty(code, expect.any(String));
});

test.each(["input.required", "input.impossibleDay", "input.other"])("%s has a sentence", (key) => {
  expect(chinese).toHaveProperty(key, expect.any(String));
  expect(english).toHaveProperty(key, expect.any(String));
});
