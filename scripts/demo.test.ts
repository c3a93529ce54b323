import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { FAULTS } from "./faults.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "guatu-start-demo-"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const wrong = (code: keyof typeof FAULTS) => FAULTS[code].wrong;

function demo(input: string): Promise<{ code: number; output: string }> {
  const start = path.resolve(import.meta.dirname, "start.mjs");
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, GUATU_DATA: folder, NODE_ENV: "production" as const };
  return new Promise((done) => {
    const child = execFile(process.execPath, [start, "--run=demo"], { env }, (error, out, err) =>
      done({ code: error === null ? 0 : Number(error.code), output: out + err }),
    );
    child.stdin?.end(input);
  });
}

test("a demonstration fills an empty installation once, with a password that the rules allow", async () => {
  const weak = await demo("short\n");
  expect(weak.output).toContain(wrong("demoPasswordWeak"));
  expect(weak.code).toBe(1);
  const filled = await demo("Plum-Harbour-72\n");
  expect(filled.output.match(/Plum-Harbour-72/g)).toHaveLength(8);
  expect(filled.code).toBe(0);
  const again = await demo("");
  expect(again.output).toContain(wrong("demoNotEmpty"));
  expect(again.code).toBe(1);
}, 120_000);
