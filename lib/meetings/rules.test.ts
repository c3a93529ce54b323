import { describe, expect, test } from "vitest";
import { refusalOfOpening, refusalOfReopening, refusalOfWriting } from "./rules";

describe("opening", () => {
  test("the comparison may begin today or earlier", () => {
    expect(refusalOfOpening("2024-09-30", "2024-09-30")).toBeNull();
    expect(refusalOfOpening("2024-01-01", "2024-09-30")).toBeNull();
  });

  test("the comparison cannot begin tomorrow", () => {
    expect(refusalOfOpening("2024-10-01", "2024-09-30")).toBe("sinceAhead");
  });
});

test("nothing is written in a closed meeting", () => {
  expect(refusalOfWriting({ status: "open" })).toBeNull();
  expect(refusalOfWriting({ status: "closed" })).toBe("meetingClosed");
});

describe("reopening", () => {
  test("only a closed meeting is opened again", () => {
    expect(refusalOfReopening({ status: "open" }, "补记")).toBe("meetingOpen");
    expect(refusalOfReopening({ status: "closed" }, "补记")).toBeNull();
  });

  test("it needs a reason", () => {
    expect(refusalOfReopening({ status: "closed" }, "  ")).toBe("reasonMissing");
  });
});
