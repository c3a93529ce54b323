import { describe, expect, test } from "vitest";
import { LEDGERS } from "../plan-2024/ledgers";
import { UNITS } from "../units";
import { sampleLedgers } from "./ledger-entries";

const samples = sampleLedgers();
const unitNames = new Set<string>(UNITS.map(({ shortName }) => shortName));
const postNames = new Set<string>(UNITS.flatMap(({ posts }) => posts.map(({ name }) => name)));

describe("the entries of the sample year", () => {
  test("fill every ledger of the plan", () => {
    const filled = samples.map(({ task, at }) => `${task} ${at}`).sort();
    expect(filled).toEqual(
      Object.entries(LEDGERS)
        .flatMap(([task, own]) => own.map((_, at) => `${task} ${at}`))
        .sort(),
    );
  });

  test("are coded, and name no person and no telephone", () => {
    for (const { ledger, entries } of samples) {
      expect(new Set(entries.map(({ code }) => code)).size).toBe(entries.length);
      for (const { code, cells } of entries) {
        expect(code).toMatch(/^[一-龥]+-\d{3}$/);
        const told = (ledger.fields ?? []).flatMap(({ sensitive }, at) => (sensitive ? [cells[at]] : []));
        for (const text of told) expect(text).toMatch(/^(当事人\d\d)?$/);
      }
    }
  });

  test("belong to units and posts that the seed sets up", () => {
    const all = samples.flatMap(({ entries }) => entries);
    expect(all.filter(({ unit }) => !unitNames.has(unit))).toEqual([]);
    expect(
      all.filter(({ post, sponsor }) => ![post, sponsor || post].every((name) => postNames.has(name))),
    ).toEqual([]);
    expect(new Set(all.map(({ unit }) => unit)).size).toBeGreaterThan(14);
  });

  test("pass stages of their ledger one day after the other, within the year", () => {
    for (const { ledger, entries } of samples) {
      const stages = ledger.stages.map(({ key }) => key);
      for (const { code, joined, steps } of entries) {
        const days = steps.map(({ day }) => day);
        expect([code, steps.every(({ stage }) => stages.includes(stage))]).toEqual([code, true]);
        expect([code, days]).toEqual([code, [...days].sort()]);
        expect([code, days[0], (days.at(-1) ?? "") <= "2024-09-30"]).toEqual([code, joined, true]);
      }
    }
  });

  test("stand on the last day where the stories want them, and where their tasks were closed they are done", () => {
    const share = ({ ledger, entries }: (typeof samples)[number]) => {
      const off = new Set(ledger.stages.filter(({ writtenOff }) => writtenOff).map(({ key }) => key));
      return entries.filter(({ steps }) => off.has(steps.at(-1)?.stage ?? "")).length / entries.length;
    };
    const told = Object.fromEntries(
      samples.filter(({ at }) => at === 0).map((one) => [one.task, Math.round(share(one) * 100)]),
    );
    expect(told).toMatchObject({ "1.1": 61, "1.2": 60, "1.3": 89, "1.4": 43, "2.2.4": 79, "2.3.2": 68 });
    expect(told).toMatchObject({ "3.3.1": 100, "3.3.2": 82, "3.3.3": 100, "5.2.3": 0 });
  });
});
