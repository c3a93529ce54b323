import { realNow } from "../clock";
import { prisma } from "../db";
import { env } from "../env";
import { unseal } from "../seal";
import type { Channel } from "./kind-rules";
import { letterOf, type Voice, wordOf } from "./letters";
import { openMail } from "./mail";
import { insideOf, type Target, targetOf } from "./outlet-rules";
import type { Outcome, Parcel } from "./parcel-rules";
import { sayByRobot } from "./robots";
import { SEALED_FOR, type Sealed } from "./sealed-outlet";

/** An open way out of the house: sends a parcel and says what became of it. */
export type Way = { channel: Channel; send: (parcel: Parcel) => Promise<Outcome>; close: () => void };

type Row = { channel: Channel; secret: string | null; sender: string };

/** Every way that the system administrator opened; one that cannot be used says why with each parcel. */
export async function openWays(voice: Voice): Promise<Way[]> {
  const select = { channel: true, secret: true, sender: true } as const;
  const rows = await prisma().outlet.findMany({ where: { enabled: true }, select });
  return Promise.all(rows.map((row) => openWay(row, voice)));
}

async function openWay(row: Row, voice: Voice): Promise<Way> {
  const { channel } = row;
  const opened = openSealed(row);
  if (typeof opened === "string") return shut(channel, opened);
  const { target, secret } = opened;
  if (channel === "mail") return openMailWay(target, secret, row.sender, voice);
  const send = (parcel: Parcel) =>
    sayByRobot(channel, target, {
      ...{ secret, text: wordOf(parcel, voice), ids: idsOf(parcel), at: realNow() },
    });
  return { channel, send, close: () => undefined };
}

/** The address is looked at again at each use: what may be reached can have changed since it was set. */
function openSealed({ channel, secret }: Row): { target: Target; secret: string | null } | string {
  const text = secret === null ? null : unseal(secret, SEALED_FOR);
  if (text === null) return "secretUnreadable";
  const sealed = JSON.parse(text) as Sealed;
  const target = targetOf(channel, sealed.address, insideOf(env().GUATU_OUTBOUND_HOSTS));
  return typeof target === "string" ? target : { target, secret: sealed.secret };
}

async function openMailWay(
  target: Target,
  secret: string | null,
  sender: string,
  voice: Voice,
): Promise<Way> {
  const way = await openMail(target, { secret, sender });
  if ("done" in way) return { channel: "mail", send: async () => way, close: () => undefined };
  const send = (parcel: Parcel) =>
    way.send({
      ...letterOf(parcel, voice),
      to: parcel.lines[0]?.mail ?? "",
      ids: idsOf(parcel),
      id: `message-${parcel.lines[0]?.notificationId}-${parcel.lines.length}`,
    });
  return { channel: "mail", send, close: way.close };
}

/** The same lines carry the same numbers when they are sent twice. */
const idsOf = ({ lines }: Parcel) => lines.map(({ notificationId }) => notificationId).join(",");

function shut(channel: Channel, problem: string): Way {
  const send = async (): Promise<Outcome> => ({ done: false, problem, again: true, unreachable: true });
  return { channel, send, close: () => undefined };
}
