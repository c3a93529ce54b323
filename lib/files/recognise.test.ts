import { mkdtemp, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, inject, test } from "vitest";
import { bytesOf, someCompound, someOffice, somePicture, someVideo, someZip } from "@/lib/testing/some-files";
import { recognise } from "./recognise";

async function kindOf(bytes: Uint8Array, name: string): Promise<string | null> {
  const file = path.join(await mkdtemp(path.join(inject("files"), "kind-")), "file");
  await writeFile(file, bytes);
  return recognise(file, name);
}

const gb18030 = Buffer.from("cdeab3c9b6d3c1d02c0d0a", "hex");

test.each([
  ["pdf", "pdf", bytesOf("%PDF-1.7\n1 0 obj")],
  ["jpg", "jpg", () => somePicture("jpeg")],
  ["png", "png", () => somePicture("png")],
  ["gif", "gif", () => somePicture("gif")],
  ["webp", "webp", () => somePicture("webp")],
  ["heic", "heic", someVideo("heic")],
  ["mp4", "mp4", someVideo("isom")],
  ["mov", "mov", someVideo("qt  ")],
  ["docx", "docx", someOffice("docx")],
  ["xlsx", "xlsx", someOffice("xlsx")],
  ["pptx", "pptx", someOffice("pptx")],
  ["ofd", "ofd", someZip({ "OFD.xml": "<ofd/>" })],
  ["doc", "doc", someCompound(["1Table", "Data", "ObjectPool", "x", "y", "WordDocument"])],
  ["wps", "doc", someCompound(["WordDocument"])],
  ["et", "xls", someCompound(["Workbook"])],
  ["ppt", "ppt", someCompound(["PowerPoint Document"])],
  ["txt", "txt", bytesOf("进展顺利。\n")],
  ["csv", "csv", gb18030],
  ["txt", "txt", bytesOf("BM 小组名单")],
] as const)("a genuine .%s is taken as %s", async (extension, kind, bytes) => {
  expect(await kindOf(typeof bytes === "function" ? await bytes() : bytes, `x.${extension}`)).toBe(kind);
});

test("what a file is called does not matter to what it is", async () => {
  expect(await kindOf(await somePicture("png"), "报告.pdf")).toBe("png");
  expect(await kindOf(bytesOf("%PDF-1.7 <html>"), "x.html")).toBe("pdf");
});

test.each([
  ["x.html", bytesOf("<!doctype html><script>1</script>")],
  ["x.txt", bytesOf("<html><script>1</script>")],
  ["x.svg", bytesOf('<svg xmlns="http://www.w3.org/2000/svg" onload="1"/>')],
  ["x.txt", bytesOf('<?xml version="1.0"?><svg/>')],
  ["x.js", bytesOf("alert(1)")],
  ["x.bat", bytesOf("del /s")],
  ["x.mhtml", bytesOf("MIME-Version: 1.0\r\n")],
  ["x.exe", Buffer.concat([bytesOf("MZ"), Buffer.alloc(100)])],
  ["x.txt", Buffer.concat([bytesOf("MZ"), Buffer.alloc(100)])],
  ["x", Buffer.from("7f454c4602010100", "hex")],
  ["x.zip", someZip({ "a.txt": "x" })],
  ["x.docx", someZip({ "a.txt": "x" })],
  ["x.jar", someZip({ "META-INF/MANIFEST.MF": "x" })],
  ["x.docm", someOffice("docx", { "word/vbaProject.bin": "x" })],
  ["x.msi", someCompound(["\u4840\u3F3F"])],
  ["x.rar", Buffer.from("526172211a0700cf", "hex")],
  ["x.7z", Buffer.from("377abcaf271c0004", "hex")],
  ["x.gz", Buffer.from("1f8b080000000000", "hex")],
  ["x.txt", Buffer.from("c328a0ff", "hex")],
  ["x.csv", bytesOf("a,\u0007b")],
] as const)("%s with such bytes is refused (%#)", async (name, bytes) => {
  expect(await kindOf(bytes, name)).toBeNull();
});

test("a package cut in two, or with its directory elsewhere, is refused without harm", async () => {
  const whole = someOffice("docx");
  for (let length = 4; length < whole.length; length += 7) {
    expect(await kindOf(whole.subarray(0, length), "x.docx")).toBeNull();
  }
});

test("a small package that would unpack to gigabytes stays packed", async () => {
  const bomb = someOffice("docx", { "word/media/x": "0".repeat(50_000_000) });
  const before = process.memoryUsage().rss;
  expect(await kindOf(bomb, "x.docx")).toBe("docx");
  expect(process.memoryUsage().rss - before).toBeLessThan(30_000_000);
  const main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
  const types = `<Types>${main}${" ".repeat(50_000_000)}</Types>`;
  expect(
    await kindOf(someZip({ "word/document.xml": "x", "[Content_Types].xml": types }), "x.docx"),
  ).toBeNull();
});

test("a directory that runs in a circle ends", async () => {
  const circle = someCompound(["a", "b", "c", "d", "e"]);
  circle.writeUInt32LE(1, 512 + 4);
  expect(await kindOf(circle, "x.doc")).toBeNull();
});

test("text is judged to its end, not by its beginning", async () => {
  const long = Buffer.concat([bytesOf("甲".repeat(60_000)), Buffer.from([0xff, 0xff])]);
  expect(await kindOf(long, "x.txt")).toBeNull();
  expect(await kindOf(bytesOf("乙".repeat(60_000)), "x.txt")).toBe("txt");
});
