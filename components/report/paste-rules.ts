import type { Part } from "@/components/check-ins/use-check-in";

/** What comes out of Word: its own signs are taken away, and a text with headings is dealt out to the four parts of a report. */

const INVISIBLE = /[\u00AD\u200B\u200E\u200F\u2060\uFEFF]/g;
const SPACES = /[\t\u00A0\u2000-\u200A\u202F\u3000 ]+/g;
// Word copies the bullets of its symbol fonts as private signs.
const BULLET = /^(?:[\uE000-\uF8FF•●▪■◆◇➢➤○□·‧]|o(?=\s))\s*/;

/** The text without Word's invisible signs, bullets, indents and empty lines; every line keeps its words. */
export function cleanPasted(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\r\n?|\v|\u2028|\u2029/g, "\n")
    .replace(INVISIBLE, "")
    .split("\n")
    .map((line) => line.replace(SPACES, " ").trim().replace(BULLET, "").trim())
    .filter((line) => line !== "")
    .join("\n");
}

const NUMBERED = "(?:[（(]?[一二三四五六七八九十\\d]{1,2}[)）]?[、.．]?|[①-⑩])?\\s*";
const NAMES: Record<Part, string> = {
  done: "(?:当前|目前|工作|推进|任务|本[周月期季])?(?:工作)?(?:进展|完成)(?:情况)?|工作(?:开展)?情况",
  problem:
    "(?:目前|当前)?(?:存在|主要)的?(?:主要|突出)?(?:问题|困难)(?:[和与及、](?:困难|不足|问题))?|问题|困难",
  next: "下一?步(?:的?(?:工作)?(?:打算|计划|安排|措施|思路|举措|工作))?",
  help: "需要?(?:上级|领导|县里|办公室)?(?:协调|支持|帮助)(?:解决)?的?(?:事项|问题|事宜)?|(?:提请|请求)(?:协调|支持)(?:事项)?",
};
const HEADINGS = (Object.keys(NAMES) as Part[]).map((part) => ({
  part,
  // A heading stands alone on its line, or its text follows a colon or a full stop.
  shape: new RegExp(`^${NUMBERED}(?:${NAMES[part]})(?:$|\\s*[：:。]\\s*)`),
}));

/** The parts that the headings in `text` (already clean) announce, words before the first one as progress; null when there is no heading. */
export function splitPasted(text: string): Partial<Record<Part, string>> | null {
  const lines: Partial<Record<Part, string[]>> = {};
  let at: Part = "done";
  let found = false;
  for (const line of text.split("\n")) {
    const heading = HEADINGS.find(({ shape }) => shape.test(line));
    if (heading) {
      at = heading.part;
      found = true;
    }
    const rest = heading ? line.replace(heading.shape, "") : line;
    lines[at] ??= [];
    if (rest !== "") lines[at]?.push(rest);
  }
  if (!found) return null;
  return Object.fromEntries(
    Object.entries(lines)
      .map(([part, own]) => [part, own.join("\n")] as const)
      .filter(([, own]) => own !== ""),
  );
}
