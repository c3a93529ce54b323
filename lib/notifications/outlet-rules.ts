import type { Channel } from "./kind-rules";

/** Where messages may go: robots only to their makers' own hosts, everything else only where the server's owner allows it. */

export const ROBOT_HOSTS: Readonly<Record<Exclude<Channel, "mail">, string>> = {
  dingtalk: "oapi.dingtalk.com",
  wecom: "qyapi.weixin.qq.com",
  feishu: "open.feishu.cn",
};

/** Hosts inside the house that the server's owner names in GUATU_OUTBOUND_HOSTS: `mail.office:25,10.1.2.3:8080`. */
export type Inside = ReadonlySet<string>;

export function insideOf(list: string): Inside {
  return new Set(
    list
      .split(",")
      .map((one) => one.trim().toLowerCase())
      .filter(Boolean),
  );
}

export type Target = {
  url: URL;
  host: string;
  port: number;
  secure: boolean;
  /** Named by the server's owner, so it may lie inside the house. */
  inside: boolean;
};

export type AddressRefusal = "addressMalformed" | "addressNotAllowed" | "passwordInAddress";

const PORTS: Readonly<Record<string, number>> = { "https:": 443, "http:": 80, "smtps:": 465, "smtp:": 587 };

/** Reads an address and says whether this channel may use it; names are looked at again when something is sent. */
export function targetOf(channel: Channel, address: string, inside: Inside): Target | AddressRefusal {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || url.hostname === "") return "addressMalformed";
  const host = url.hostname.toLowerCase().replace(/^\[(.*)\]$/, "$1");
  const port = Number(url.port || PORTS[url.protocol] || 0);
  const named = inside.has(`${host}:${port}`);
  const secure = url.protocol === "https:" || url.protocol === "smtps:";
  const target = { url, host, port, secure, inside: named };
  if (channel === "mail") return refusalOfMail(url) ?? target;
  return refusalOfRobot(channel, { ...target }) ?? target;
}

function refusalOfMail(url: URL): AddressRefusal | null {
  if (!/^smtps?:$/.test(url.protocol)) return "addressMalformed";
  if (url.password !== "") return "passwordInAddress";
  const rest = `${url.pathname.replace(/^\/$/, "")}${url.search}${url.hash}`;
  return rest === "" ? null : "addressMalformed";
}

function refusalOfRobot(
  channel: Exclude<Channel, "mail">,
  { url, host, port, inside }: Target,
): AddressRefusal | null {
  if (!/^https?:$/.test(url.protocol)) return "addressMalformed";
  if (url.username !== "" || url.password !== "") return "passwordInAddress";
  if (inside) return null;
  const own = host === ROBOT_HOSTS[channel] && port === 443 && url.protocol === "https:";
  return own ? null : "addressNotAllowed";
}

/** The address for people to read: whoever knows a robot's whole address can speak in its name. */
export function maskedAddress(channel: Channel, { url, host, port }: Target): string {
  if (channel === "mail") return `${url.protocol}//${url.username ? `${url.username}@` : ""}${host}:${port}`;
  const standard = PORTS[url.protocol] === port;
  return `${url.protocol}//${host}${standard ? "" : `:${port}`}/…`;
}
