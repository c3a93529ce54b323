import { expect, test } from "vitest";
import { DOERS, someTask } from "@/lib/testing/some-task";
import { hindranceOf, offersOf } from "./offers";

const names = (offers: { deed: string; hindrance: unknown }[]) =>
  offers.map(({ deed, hindrance }) => (hindrance ? `(${deed})` : deed));

test("the owner of a running task reports and submits; missing evidence is asked for on the way", () => {
  expect(names(offersOf(someTask(), DOERS.owner).buttons)).toEqual(["checkIn", "submit"]);
});

test("what the rules refuse is greyed out with the reason of the server", () => {
  const draft = someTask({ status: "closed", ownerPostId: null });
  expect(hindranceOf("reopen", draft, DOERS.supervisor)).toEqual({
    kind: "refused",
    code: "noOwnerToReopen",
  });
  expect(hindranceOf("edit", draft, DOERS.supervisor)).toEqual({ kind: "refused", code: "notEditable" });
});

test("a supervisor sees whose turn it is, and has own deeds in the menu", () => {
  const { buttons, more } = offersOf(someTask({ evidenceCount: 1 }), DOERS.supervisor);
  expect(names(buttons)).toEqual(["(checkIn)", "(submit)"]);
  expect(buttons[0]?.hindrance).toEqual({ kind: "only", who: "owner" });
  expect(names(more)).toEqual(expect.arrayContaining(["assign", "edit", "suspend", "terminate", "(close)"]));
});

test("an assigned task is started, or acknowledged as long as it is not", () => {
  const assigned = { status: "assigned", acknowledged: false } as const;
  expect(names(offersOf(someTask(assigned), DOERS.owner).buttons)).toEqual(["start", "acknowledge"]);
  expect(names(offersOf(someTask({ ...assigned, acknowledged: true }), DOERS.owner).buttons)).toEqual([
    "start",
  ]);
});

test("who verifies must not come from the lead unit", () => {
  const submitted = someTask({ status: "submitted", evidenceCount: 1 });
  expect(names(offersOf(submitted, DOERS.supervisor).buttons)).toEqual(["close", "sendBack"]);
  const inside = { ...DOERS.supervisor, unitIds: [3] };
  expect(hindranceOf("close", submitted, inside)).toEqual({ kind: "refused", code: "verifierInSameUnit" });
});

test("what is neither asked for nor one's business is not offered at all", () => {
  expect(offersOf(someTask(), DOERS.observer).more).toEqual([]);
  expect(offersOf(someTask({ status: "closed" }), DOERS.observer)).toEqual({ buttons: [], more: [] });
  expect(names(offersOf(someTask({ status: "closed" }), DOERS.supervisor).buttons)).toEqual(["reopen"]);
});

test("a step that the status does not ask for is told as not needed now", () => {
  expect(hindranceOf("resume", someTask(), DOERS.supervisor)).toEqual({ kind: "notNow" });
});

test("a light is set by the supervisor and the sponsor as long as the task is open", () => {
  expect([DOERS.supervisor, DOERS.owner].map((actor) => hindranceOf("light", someTask(), actor))).toEqual([
    null,
    { kind: "only", who: "sponsor" },
  ]);
  expect(hindranceOf("light", someTask({ status: "closed" }), DOERS.supervisor)).toEqual({
    kind: "refused",
    code: "lightNotOpen",
  });
});
