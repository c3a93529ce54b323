export type Locale = "zh-CN" | "en";
export type Values = Record<string, string | number>;
export type Messages = { [key: string]: string | Messages };
/** Answers the wording of a key, with its `{arguments}` filled. */
export type Words = {
  (key: string, values?: Values): string;
  has: (key: string) => boolean;
};

/**
 * Fills the arguments of a message: `{name}`, `{n, number}` and `{n, plural, =0 {…} one {…} other {…}}`, where `#` is the number.
 * An argument without a value stays as it is written, so that it is seen.
 */
export function formatMessage(message: string, values: Values, locale: Locale, count?: number): string {
  let text = "";
  for (let at = 0; at < message.length; at++) {
    const char = message[at];
    if (char === "#" && count !== undefined) text += formatCount(count, locale);
    else if (char !== "{") text += char;
    else {
      const end = closingBrace(message, at);
      text += fill(message.slice(at + 1, end), values, locale);
      at = end;
    }
  }
  return text;
}

/** A translator over the messages of one namespace; an unknown key answers itself, so that it is seen. */
export function translator(namespace: string, messages: Messages, locale: Locale): Words {
  const find = (key: string) => key.split(".").reduce<string | Messages | undefined>(childOf, messages);
  const say = (key: string, values: Values = {}) => {
    const message = find(key);
    if (typeof message !== "string") return `${namespace}.${key}`;
    return message.includes("{") ? formatMessage(message, values, locale) : message;
  };
  return Object.assign(say, { has: (key: string) => typeof find(key) === "string" });
}

function childOf(node: string | Messages | undefined, key: string) {
  return typeof node === "object" ? node[key] : undefined;
}

function closingBrace(message: string, open: number): number {
  let depth = 0;
  for (let at = open; at < message.length; at++) {
    if (message[at] === "{") depth++;
    if (message[at] === "}" && --depth === 0) return at;
  }
  throw new Error(`A brace is not closed in the message “${message}”`);
}

function fill(argument: string, values: Values, locale: Locale): string {
  const [, name = "", kind, rest = ""] = /^\s*(\w+)\s*(?:,\s*(\w+)\s*,?([\s\S]*))?$/.exec(argument) ?? [];
  const value = values[name];
  if (value === undefined) return `{${argument}}`;
  if (kind === "plural")
    return formatMessage(branchFor(rest, Number(value), locale), values, locale, Number(value));
  return kind === "number" ? formatCount(Number(value), locale) : String(value);
}

function branchFor(rest: string, count: number, locale: Locale): string {
  const branches = new Map<string, string>();
  for (let open = rest.indexOf("{"); open >= 0; open = rest.indexOf("{")) {
    const end = closingBrace(rest, open);
    branches.set(rest.slice(0, open).trim(), rest.slice(open + 1, end));
    rest = rest.slice(end + 1);
  }
  const rule = new Intl.PluralRules(locale).select(count);
  return branches.get(`=${count}`) ?? branches.get(rule) ?? branches.get("other") ?? "";
}

const formats = new Map<Locale, Intl.NumberFormat>();

// Making a format costs a thousand times what using it does.
function formatCount(count: number, locale: Locale): string {
  const format = formats.get(locale) ?? new Intl.NumberFormat(locale);
  formats.set(locale, format);
  return format.format(count);
}
