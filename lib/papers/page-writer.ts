import { readFileSync } from "node:fs";
import path from "node:path";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { PaperFonts } from "../settings/rules";
import type { Document } from "./document-rules";
import { PrintedPaper } from "./print-writer";
import { escaped } from "./xml";

/** The printed page as a file of its own: what the page in the product shows, with its styles and without anything to fetch or run. */

const STYLES = "lib/papers/paper.css";
/** What the product's own styles set to nothing before. */
const BARE =
  "@layer base, components; @layer base { * { box-sizing: border-box; margin: 0; padding: 0 } body { font-size: 16pt } tr { break-inside: avoid } }";
const PAGES = ["official", "official-wide", "official-broad"];

export function writePage(document: Document, fonts: PaperFonts): string {
  const styles = readFileSync(path.join(process.cwd(), STYLES), "utf8");
  const markup = renderToStaticMarkup(createElement(PrintedPaper, { document, fonts }));
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(document.title)}</title><style>${BARE}${styles}${footOf(document)}</style></head><body>${markup}</body></html>`;
}

/** On every sheet, for which moment the figures hold. */
function footOf({ basis }: Document): string {
  const told = quoted(basis.at(-1) ?? "");
  return PAGES.map((page) => `@page ${page} { @bottom-left { content: ${told}; font-size: 9pt } }`).join("");
}

/** A text as style sheets take it: everything but letters and digits by its number. */
function quoted(text: string): string {
  const safe = text.replaceAll(/[^\p{L}\p{N} ]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `);
  return `"${safe}"`;
}
