import { expect, test } from "vitest";
import { DOERS, someTask } from "@/lib/testing/some-task";
import { moveTo, shownAtOnce } from "./moves";

const assigned = someTask({ status: "assigned", acknowledged: false });

test("a card that is put back where it came from moves nothing", () => {
  expect(moveTo(assigned, "assigned", DOERS.owner)).toEqual({ kind: "none" });
});

test("its owner starts an assigned task by moving it, without a question", () => {
  expect(moveTo(assigned, "inProgress", DOERS.owner)).toEqual({ kind: "step", step: "start" });
});

test("somebody else is told whose business it is", () => {
  expect(moveTo(assigned, "inProgress", DOERS.observer)).toEqual({
    kind: "no",
    hindrance: { kind: "only", who: "owner" },
  });
});

test("what needs a reason, evidence, a day or an owner asks first", () => {
  expect(moveTo(someTask(), "submitted", DOERS.owner)).toEqual({ kind: "ask", step: "submit" });
  expect(moveTo(someTask(), "suspended", DOERS.supervisor)).toEqual({ kind: "ask", step: "suspend" });
  expect(moveTo(someTask({ status: "draft" }), "assigned", DOERS.supervisor)).toEqual({
    kind: "ask",
    step: "assign",
  });
});

test("a step that the workflow does not know is refused as such", () => {
  expect(moveTo(someTask(), "draft", DOERS.supervisor)).toEqual({
    kind: "no",
    hindrance: { kind: "noSuchStep" },
  });
});

test("the refusal of the rules is the refusal of the move", () => {
  const submitted = someTask({ status: "submitted", evidenceCount: 1 });
  const inside = { ...DOERS.supervisor, unitIds: [3] };
  expect(moveTo(submitted, "closed", inside)).toEqual({
    kind: "no",
    hindrance: { kind: "refused", code: "verifierInSameUnit" },
  });
});

test("only what nobody has to approve is shown before the server has agreed", () => {
  expect(shownAtOnce("start")).toMatchObject({ status: "inProgress" });
  expect(shownAtOnce("acknowledge")).toEqual({ acknowledged: true });
  for (const step of ["submit", "close", "suspend", "terminate", "reopen", "sendBack"] as const) {
    expect(shownAtOnce(step)).toBeNull();
  }
});
