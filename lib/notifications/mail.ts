import nodemailer from "nodemailer";
import { type Closed, pinnedAddress } from "./outbound";
import type { Target } from "./outlet-rules";
import type { Outcome } from "./parcel-rules";

/** Mail through the office's own server; the connection goes to the address that was checked. */

export type Letter = { to: string; subject: string; text: string; ids: string; id: string };
export type MailWay = { send: (letter: Letter) => Promise<Outcome>; close: () => void };

const TIME_MS = 10_000;

/** @param target the server, with the user in its address; `sender` the From line, by default the user */
export async function openMail(
  target: Target,
  { secret, sender }: { secret: string | null; sender: string },
): Promise<MailWay | Outcome> {
  const pinned = await pinnedAddress(target).catch((error) => error as Closed);
  if (pinned instanceof Error)
    return {
      done: false,
      problem: pinned.message,
      again: pinned.message === "nameUnknown",
      unreachable: true,
    };
  const user = decodeURIComponent(target.url.username);
  const transport = nodemailer.createTransport({
    ...{ host: pinned.address, port: target.port, secure: target.secure, pool: true, maxConnections: 4 },
    tls: { servername: target.host },
    ...(user && { auth: { user, pass: secret ?? "" } }),
    ...{ connectionTimeout: TIME_MS, greetingTimeout: TIME_MS, socketTimeout: TIME_MS },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
  const from = sender || user;
  return {
    send: ({ to, subject, text, ids, id }) =>
      transport
        .sendMail({
          ...{ from, to, subject, text, messageId: `<${id}@${domainOf(from)}>` },
          headers: { "x-guatu-messages": ids, "auto-submitted": "auto-generated" },
        })
        .then(() => ({ done: true }) as const, outcomeOf),
    close: () => transport.close(),
  };
}

const domainOf = (address: string) => address.split("@")[1] || "guatu.invalid";

type MailError = { code?: string; responseCode?: number };

function outcomeOf(error: MailError): Outcome {
  const { code = "", responseCode = 0 } = error;
  if (code === "EAUTH") return { done: false, problem: "mailSignIn", again: true, unreachable: true };
  if (responseCode >= 500) return { done: false, problem: `mailCode ${responseCode}`, again: false };
  if (responseCode >= 400) return { done: false, problem: `mailCode ${responseCode}`, again: true };
  const problem = code === "ETIMEDOUT" ? "timeout" : "unreachable";
  return { done: false, problem, again: true, unreachable: true };
}
