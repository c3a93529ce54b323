import { expect, test } from "vitest";
import { ACCEPT, beginsAsMarkup, compoundKindOf, isPlainText, packageKindOf, textKindOf } from "./kind-rules";

const types = (family: string) =>
  `<Override ContentType="application/vnd.openxmlformats-officedocument.${family}.main+xml"/>`;

test("a package is what its content types say and its parts confirm", () => {
  expect(packageKindOf(["word/document.xml"], types("wordprocessingml.document"))).toBe("docx");
  expect(packageKindOf(["xl/workbook.xml"], types("spreadsheetml.sheet"))).toBe("xlsx");
  expect(packageKindOf(["ppt/presentation.xml"], types("presentationml.presentation"))).toBe("pptx");
  expect(packageKindOf(["OFD.xml", "Doc_0/Document.xml"], null)).toBe("ofd");
});

test("a package that only pretends is not evidence", () => {
  expect(packageKindOf(["evil.exe"], types("wordprocessingml.document"))).toBeNull();
  expect(packageKindOf(["word/document.xml"], "<Types/>")).toBeNull();
  expect(packageKindOf(["META-INF/MANIFEST.MF"], null)).toBeNull();
});

test("a document with macros is not evidence", () => {
  const names = ["word/document.xml", "word/vbaProject.bin"];
  expect(packageKindOf(names, types("wordprocessingml.document"))).toBeNull();
});

test("an older document is known by its streams, and an installer is not one", () => {
  expect(compoundKindOf(["Root Entry", "WordDocument"])).toBe("doc");
  expect(compoundKindOf(["Root Entry", "Workbook"])).toBe("xls");
  expect(compoundKindOf(["Root Entry", "PowerPoint Document"])).toBe("ppt");
  expect(compoundKindOf(["Root Entry", "\u4840\u3F3F\u4577"])).toBeNull();
});

test("text passes only under the endings of plain text", () => {
  expect(["txt", "csv", ""].map(textKindOf)).toEqual(["txt", "csv", "txt"]);
  expect(["js", "html", "svg", "bat", "ps1", "md"].map(textKindOf)).toEqual(Array(6).fill(null));
});

test("plain text has no control characters but tabs and line ends", () => {
  expect(isPlainText("甲\t乙\r\n丙")).toBe(true);
  expect(["a\u0000", "a\u001B[31m", "a\u007F", "\u0085"].map(isPlainText)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

test.each([
  "<!DOCTYPE html>",
  "\uFEFF  <html lang=zh>",
  "<svg xmlns='x'/>",
  "<?xml version='1.0'?>",
  "<script>alert(1)</script>",
  "<!-- x --><b>",
  "<svg/onload=alert(1)>",
])("%s begins as markup", (text) => {
  expect(beginsAsMarkup(text)).toBe(true);
});

test("a sentence that uses the sign < is text", () => {
  expect(["< 5 项", "5 < 6", "<5>", "项目,进度"].map(beginsAsMarkup)).toEqual([false, false, false, false]);
});

test("a file chooser offers pictures, so that a phone shows its camera", () => {
  expect(ACCEPT.split(",")).toEqual(expect.arrayContaining(["image/*", ".pdf", ".wps", ".docx"]));
});
