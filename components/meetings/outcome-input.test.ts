import { describe, expect, test } from "vitest";
import type { AgendaItemView } from "@/lib/meetings/agenda-queries";
import { EMPTY, inputOf, kindsFor, missingIn, type Written } from "./outcome-input";

const written = (fields: Partial<Written>): Written => ({ ...EMPTY, ...fields });
const request = { id: 9, version: 3, wantedDay: "2024-10-31", reason: "汛期停工" };
const matter = (fields: object) => fields as unknown as AgendaItemView;

describe("what can be decided under a matter", () => {
  test("without one, and where nothing is asked, no request can be answered", () => {
    const plain = ["decision", "assignment", "instruction", "note"];
    expect(kindsFor(null)).toEqual(plain);
    expect(kindsFor(matter({ extension: null, task: { status: "inProgress" } }))).toEqual(plain);
  });
  test("a request for a later day and a submitted task can be answered", () => {
    expect(kindsFor(matter({ extension: request, task: null }))).toContain("extension");
    expect(kindsFor(matter({ extension: null, task: { status: "submitted" } }))).toContain("closing");
  });
});

describe("what is missing", () => {
  test("an assignment needs words, an owner, a day and a section", () => {
    expect(missingIn(written({ kind: "assignment" }))).toEqual([
      "text",
      "ownerPostId",
      "dueDay",
      "sectionId",
    ]);
  });
  test("a granted extension needs its day, a declined one its reason", () => {
    expect(missingIn(written({ kind: "extension", day: null }))).toEqual(["day"]);
    expect(missingIn(written({ kind: "extension", granted: false }))).toEqual(["text"]);
  });
  test("a closing needs no words but how it was verified", () => {
    expect(missingIn(written({ kind: "closing" }))).toEqual(["method"]);
    expect(missingIn(written({ kind: "closing", method: "onSite" }))).toEqual([]);
  });
  test("blanks are no words", () => {
    expect(missingIn(written({ text: "  " }))).toEqual(["text"]);
  });
});

describe("as the door takes it", () => {
  test("a declined extension carries no day", () => {
    const item = matter({ extension: request });
    const said = written({
      kind: "extension",
      granted: false,
      day: "2024-10-31",
      text: "理由不足",
      agendaItemId: 4,
    });
    expect(inputOf(said, 1, item)).toEqual({
      ...{ meetingId: 1, agendaItemId: 4, kind: "extension", text: "理由不足" },
      ...{ extensionId: 9, version: 3, granted: false },
    });
  });
  test("a closing names the matter's task in the version that was looked at", () => {
    const item = matter({ extension: null, task: { id: 5, version: 7, status: "submitted" } });
    const said = written({ kind: "closing", method: "phone", agendaItemId: 4, aboutTaskId: 5 });
    expect(inputOf(said, 1, item)).toMatchObject({ aboutTaskId: 5, version: 7, method: "phone" });
  });
  test("an assignment's words are the title of its task", () => {
    const said = written({
      kind: "assignment",
      text: "召集专题会",
      sectionId: 2,
      ownerPostId: 3,
      dueDay: "2024-10-15",
    });
    expect(inputOf(said, 1, null)).toMatchObject({ task: { title: "召集专题会", dueDay: "2024-10-15" } });
  });
});
