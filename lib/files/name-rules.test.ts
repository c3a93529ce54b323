import fc from "fast-check";
import { expect, test } from "vitest";
import { KINDS, type Kind } from "./kind-rules";
import { attachmentHeader, cleanName, extensionOf, NAME_LIMIT } from "./name-rules";

test.each([
  ["河道整治现场照片.jpg", "jpg", "河道整治现场照片.jpg"],
  ["照片.JPEG", "jpg", "照片.jpeg"],
  ["梅墟街道关于…的报告（终稿）.docx", "docx", "梅墟街道关于…的报告（终稿）.docx"],
  ["会议纪要 2024.3.1", "pdf", "会议纪要 2024.3.1.pdf"],
  ["总结.wps", "doc", "总结.wps"],
  ["👩‍👩‍👧 合影.png", "png", "👩‍👩‍👧 合影.png"],
])("a name keeps what is good about it: %s", (given, kind, expected) => {
  expect(cleanName(given, kind as Kind)).toBe(expected);
});

test.each([
  ["../../etc/passwd", "txt", "passwd.txt"],
  ["C:\\Users\\王\\报告.pdf", "pdf", "报告.pdf"],
  ["a\u0000b\r\n.pdf", "pdf", "ab.pdf"],
  ["CON", "txt", "_CON.txt"],
  ["nul.tar.pdf", "pdf", "_nul.tar.pdf"],
  ["照片\u202Egpj.exe", "png", "照片gpj.png"],
  ["photo.exe", "png", "photo.png"],
  ["报告.pdf. . ", "pdf", "报告.pdf"],
  [".htaccess", "txt", "htaccess.txt"],
  ["a／b.pdf", "pdf", "a-b.pdf"],
  ['<b>"x"?.pdf', "pdf", "_b__x__.pdf"],
  ["", "pdf", "未命名.pdf"],
  ["...", "pdf", "未命名.pdf"],
  [".pdf", "pdf", "pdf.pdf"],
  ["\uD800.pdf", "pdf", "_.pdf"],
])("a name loses what could deceive or escape: %j", (given, kind, expected) => {
  expect(cleanName(given, kind as Kind)).toBe(expected);
});

test("twins that differ only in how an accent is written become one name", () => {
  const [composed, decomposed] = ["caf\u00E9.pdf", "cafe\u0301.pdf"];
  expect(composed).not.toBe(decomposed);
  expect(cleanName(decomposed, "pdf")).toBe(cleanName(composed, "pdf"));
});

test("a name of four thousand characters is cut in front of its extension", () => {
  const name = cleanName(`${"长".repeat(4096)}.docx`, "docx");
  expect(Array.from(name)).toHaveLength(NAME_LIMIT);
  expect(name.endsWith("长.docx")).toBe(true);
});

test("an extension has a letter", () => {
  expect(["a.PDF", "a.7z", "3.1", "a.b.c", "无", "a.中文"].map(extensionOf)).toEqual([
    "pdf",
    "7z",
    "",
    "c",
    "",
    "",
  ]);
});

const names = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({
    unit: fc.constantFrom(
      ".",
      "/",
      "\\",
      " ",
      "\u0000",
      "\u202E",
      "a",
      "中",
      ":",
      "CON",
      "\uD800",
      "e\u0301",
    ),
  }),
);

test("whatever was given, the name is short, plain, of its kind, and cleaning it again changes nothing", () => {
  const kinds = fc.constantFrom(...(Object.keys(KINDS) as Kind[]));
  fc.assert(
    fc.property(names, kinds, (given, kind) => {
      const name = cleanName(given, kind);
      expect(Array.from(name).length).toBeLessThanOrEqual(NAME_LIMIT);
      expect(name).not.toMatch(/[/\\\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
      expect(KINDS[kind].extensions as readonly string[]).toContain(extensionOf(name));
      expect(cleanName(name, kind)).toBe(name);
    }),
    { numRuns: 10_000 },
  );
});

test("a download keeps its Chinese name and cannot break out of its header", () => {
  const header = attachmentHeader("河道 (2024)'*.jpg");
  expect(header).toBe(
    `attachment; filename="__ (2024)'*.jpg"; filename*=UTF-8''%E6%B2%B3%E9%81%93%20%282024%29%27%2A.jpg`,
  );
  fc.assert(
    fc.property(names, (name) => {
      expect(attachmentHeader(name)).toMatch(
        /^attachment; filename="[^"\\%\r\n]*"; filename\*=UTF-8''[\w.!~%-]*$/,
      );
    }),
  );
});
