/** The kinds of file that may be evidence; each is recognised by its content, never by what the browser says. */
export const KINDS = {
  pdf: { mime: "application/pdf", extensions: ["pdf"] },
  ofd: { mime: "application/ofd", extensions: ["ofd"] },
  jpg: { mime: "image/jpeg", extensions: ["jpg", "jpeg", "jfif"] },
  png: { mime: "image/png", extensions: ["png"] },
  gif: { mime: "image/gif", extensions: ["gif"] },
  webp: { mime: "image/webp", extensions: ["webp"] },
  heic: { mime: "image/heic", extensions: ["heic", "heif"] },
  docx: {
    mime: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    extensions: ["docx"],
  },
  xlsx: { mime: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", extensions: ["xlsx"] },
  pptx: {
    mime: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    extensions: ["pptx"],
  },
  doc: { mime: "application/msword", extensions: ["doc", "wps"] },
  xls: { mime: "application/vnd.ms-excel", extensions: ["xls", "et"] },
  ppt: { mime: "application/vnd.ms-powerpoint", extensions: ["ppt", "dps"] },
  txt: { mime: "text/plain", extensions: ["txt"] },
  csv: { mime: "text/csv", extensions: ["csv"] },
  mp4: { mime: "video/mp4", extensions: ["mp4", "m4v"] },
  mov: { mime: "video/quicktime", extensions: ["mov"] },
} as const satisfies Record<string, { mime: string; extensions: readonly [string, ...string[]] }>;
export type Kind = keyof typeof KINDS;

/** Is this one of the types that are served? Anything else goes out as bare bytes. */
export function isKnownMime(mime: string): boolean {
  return Object.values(KINDS).some((kind) => kind.mime === mime);
}

/** The extension of a type that is served; null for any other. */
export function extensionOfMime(mime: string): string | null {
  return Object.values(KINDS).find((kind) => kind.mime === mime)?.extensions[0] ?? null;
}

/** What a file chooser is told, so that a phone offers its camera and its album. */
export const ACCEPT = [
  "image/*",
  "video/mp4",
  "video/quicktime",
  ...Object.values(KINDS).flatMap(({ extensions }) => extensions.map((extension) => `.${extension}`)),
].join(",");

/** The kinds of which a small picture is made. HEIC is kept as it is, since its codec may not be shipped. */
const PICTURES: readonly Kind[] = ["jpg", "png", "gif", "webp"];

export function isPicture(kind: Kind): boolean {
  return PICTURES.includes(kind);
}

/** The text kind that an extension asks for; text cannot be told from a program, so only these pass. */
export function textKindOf(extension: string): Kind | null {
  if (extension === "csv") return "csv";
  return extension === "txt" || extension === "" ? "txt" : null;
}

/** May this piece of decoded text stand in a plain file? Tabs and line ends are its only control characters. */
export function isPlainText(text: string): boolean {
  return !/\p{Cc}/u.test(text.replaceAll(/[\t\n\r]/g, ""));
}

/** Does a text begin as HTML, SVG or XML does? */
export function beginsAsMarkup(start: string): boolean {
  return /^[\s\uFEFF]*<(?:!doctype|!--|\?xml|[a-z][a-z0-9:-]*[\s/>])/i.test(start);
}

/**
 * The kind of an Office or OFD package.
 * @param names all parts in the package
 * @param contentTypes the text of its `[Content_Types].xml`; null when it has none
 */
export function packageKindOf(names: readonly string[], contentTypes: string | null): Kind | null {
  // A macro is a program, whatever the extension of the document that carries it.
  if (names.some((name) => /vbaProject\.bin$/i.test(name))) return null;
  if (contentTypes === null) return names.includes("OFD.xml") ? "ofd" : null;
  const has = (family: string) =>
    contentTypes.includes(`application/vnd.openxmlformats-officedocument.${family}.main+xml`);
  if (has("wordprocessingml.document") && names.some((name) => name.startsWith("word/"))) return "docx";
  if (has("spreadsheetml.sheet") && names.some((name) => name.startsWith("xl/"))) return "xlsx";
  if (has("presentationml.presentation") && names.some((name) => name.startsWith("ppt/"))) return "pptx";
  return null;
}

/** The kind of an older Office or WPS document by its streams; an installer has none of them. */
export function compoundKindOf(streams: readonly string[]): Kind | null {
  if (streams.includes("WordDocument")) return "doc";
  if (streams.includes("Workbook") || streams.includes("Book")) return "xls";
  return streams.includes("PowerPoint Document") ? "ppt" : null;
}
