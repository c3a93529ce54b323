import type { Words } from "../message-format";
import { type Claimed, isVeiled, type Parcel } from "./parcel-rules";
import { sayMessage } from "./say-message";

/** What leaves the house, in the office's own language. */

export type Voice = { t: Words; today: string; office: string; base: string };

/** The subject and text of a mail with these lines. */
export function letterOf({ lines }: Parcel, voice: Voice): { subject: string; text: string } {
  const { t, office, base } = voice;
  const [only] = lines as [Claimed];
  const said = lines.map((line) => say(line, voice));
  const subject =
    lines.length === 1
      ? t("outgoing.subject", { office, said: said[0] ?? "" })
      : t("outgoing.subjectMany", { office, count: lines.length });
  const body =
    lines.length === 1
      ? [said[0], t("outgoing.open", { url: base + only.link })]
      : lines.flatMap((line, n) => [`${n + 1}. ${said[n]}`, `   ${base}${line.link}`]);
  return { subject, text: [...body, "", t("outgoing.footer")].join("\n") };
}

/** What a robot says to the group: a line for each message, with its reader's name. */
export function wordOf({ lines }: Parcel, voice: Voice): string {
  const { t, office, base } = voice;
  const said = lines.map((line) => t("outgoing.line", { name: line.person, said: say(line, voice) }));
  return [office, ...said, t("outgoing.open", { url: `${base}/inbox` })].join("\n");
}

const say = (line: Claimed, { t, today }: Voice) =>
  sayMessage({ ...line, sensitive: isVeiled(line) }, { t, today, locale: "zh-CN" });
