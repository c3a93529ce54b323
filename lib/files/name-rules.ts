import { KINDS, type Kind } from "./kind-rules";

/** The longest name that is kept, in characters with its extension. */
export const NAME_LIMIT = 120;

const NAMELESS = "未命名";
// Windows reads these as devices, with any extension.
const DEVICES = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;
// Characters that turn the direction of text or take no room: they make a name look like another one.
const DECEIVING = /[\u061C\u200B\u200E\u200F\u202A-\u202E\u2028\u2029\u2060-\u2064\u2066-\u2069\uFEFF]/g;

/** The last extension of a name in small letters, without its dot; empty when there is none (“3.1” is a day). */
export function extensionOf(name: string): string {
  return /\.(?=[0-9]*[A-Za-z])([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? "";
}

/** The name under which a file is shown and downloaded; its extension fits its kind. It never becomes part of a path. */
export function cleanName(given: string, kind: Kind): string {
  const name = withoutTraps(given);
  const fitting: readonly string[] = KINDS[kind].extensions;
  const claimed = extensionOf(name);
  const extension = fitting.includes(claimed) ? claimed : fitting[0];
  const stem = claimed === "" ? name : name.slice(0, -claimed.length - 1);
  const safe = trimDots(stem).replace(DEVICES, "_$&") || NAMELESS;
  const short = Array.from(safe)
    .slice(0, NAME_LIMIT - `.${extension}`.length)
    .join("");
  return `${trimDots(short)}.${extension}`;
}

function withoutTraps(given: string): string {
  const last = given.toWellFormed().split(/[/\\]/).at(-1) ?? "";
  const plain = last
    .replaceAll(/\p{Cc}/gu, "")
    .replaceAll(DECEIVING, "")
    .replaceAll(/[／＼⁄∕]/g, "-")
    .replaceAll(/[<>:"|?*\uFFFD]/g, "_");
  return trimDots(plain.normalize("NFC"));
}

// Windows drops dots and blanks at the end, and a dot at the front hides a file elsewhere.
function trimDots(name: string): string {
  return name.replaceAll(/^[.\s]+|[.\s]+$/g, "");
}

/** The header that makes a browser save a file under its name, Chinese included. Source: RFC 6266, RFC 8187. */
export function attachmentHeader(name: string): string {
  const ascii = name.replaceAll(/[^\x20-\x7E]|["\\%]/g, "_");
  const encoded = encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
