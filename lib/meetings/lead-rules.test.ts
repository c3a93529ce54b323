import { describe, expect, test } from "vitest";
import { leads, modeAfter, SILENCE_MS } from "./lead-rules";

describe("two screens that both would lead", () => {
  const lead = { screen: "one", at: 1000 };
  test("the first one leads, and goes on by itself", () => {
    expect(leads(null, { screen: "one", take: false }, 1000)).toBe(true);
    expect(leads(lead, { screen: "one", take: false }, 2000)).toBe(true);
  });
  test("the second one does not, unless it asks to or the first fell silent", () => {
    expect(leads(lead, { screen: "two", take: false }, 2000)).toBe(false);
    expect(leads(lead, { screen: "two", take: true }, 2000)).toBe(true);
    expect(leads(lead, { screen: "two", take: false }, 1001 + SILENCE_MS)).toBe(true);
  });
});

describe("a screen that hears who leads", () => {
  const own = { own: "mine", wants: true };
  test("leads when nobody does and it may, and else waits to be asked", () => {
    expect(modeAfter("follow", null, own)).toBe("lead");
    expect(modeAfter("follow", null, { ...own, wants: false })).toBe("follow");
    expect(modeAfter("alone", null, own)).toBe("alone");
  });
  test("follows once another one leads, and goes on leading by its own words", () => {
    expect(modeAfter("lead", { screen: "other" }, own)).toBe("follow");
    expect(modeAfter("lead", { screen: "mine" }, own)).toBe("lead");
    expect(modeAfter("alone", { screen: "other" }, own)).toBe("alone");
  });
});
