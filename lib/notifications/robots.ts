import { createHmac } from "node:crypto";
import type { Channel } from "./kind-rules";
import { Closed, postJson, type Reply } from "./outbound";
import type { Target } from "./outlet-rules";
import type { Outcome } from "./parcel-rules";

/** What the robots of DingTalk, WeCom and Feishu want to be told, and what their answers mean. */

export type Robot = Exclude<Channel, "mail">;

const mac = (key: string, text: string) => createHmac("sha256", key).update(text).digest("base64");

/** Sends a text through a robot. @param at the real instant, which signs */
export async function sayByRobot(
  robot: Robot,
  target: Target,
  { secret, text, ids, at }: { secret: string | null; text: string; ids: string; at: Date },
): Promise<Outcome> {
  const { url, body } = signed(robot, target.url, { secret, text, at });
  try {
    return outcomeOf(await postJson({ ...target, url }, body, { "x-guatu-messages": ids }));
  } catch (error) {
    if (error instanceof Closed) {
      const again = error.message === "nameUnknown";
      return { done: false, problem: error.message, again, unreachable: again };
    }
    return { done: false, problem: problemOf(error), again: true, unreachable: true };
  }
}

type Said = { secret: string | null; text: string; at: Date };

/** The address and the body, signed where the robot has a key. */
export function signed(robot: Robot, plain: URL, { secret, text, at }: Said): { url: URL; body: unknown } {
  const url = new URL(plain);
  if (robot === "wecom") return { url, body: { msgtype: "text", text: { content: text } } };
  if (robot === "dingtalk") {
    const timestamp = String(at.getTime());
    if (secret) {
      url.searchParams.set("timestamp", timestamp);
      url.searchParams.set("sign", mac(secret, `${timestamp}\n${secret}`));
    }
    return { url, body: { msgtype: "text", text: { content: text } } };
  }
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const sign = secret ? { timestamp, sign: mac(`${timestamp}\n${secret}`, "") } : {};
  return { url, body: { ...sign, msg_type: "text", content: { text } } };
}

/** Too fast, busy: the same message may be taken later. Any other code is an answer for good. */
const LATER = new Set([-1, 130101, 130102, 45009, 45033, 9499, 11232, 11233]);

function outcomeOf({ status, text }: Reply): Outcome {
  if (status !== 200) {
    const again = status === 429 || status === 408 || status >= 500;
    return { done: false, problem: `http ${status}`, again };
  }
  const code = codeIn(text);
  if (code === 0) return { done: true };
  if (code === null) return { done: false, problem: "replyMalformed", again: true };
  return { done: false, problem: `robotCode ${code}`, again: LATER.has(code) };
}

/** The robot's own number, 0 for done; null where the answer is none of a robot. What else it says is not kept. */
function codeIn(text: string): number | null {
  try {
    const reply = JSON.parse(text) as Record<string, unknown> | null;
    const code = reply?.errcode ?? reply?.code ?? reply?.StatusCode;
    return typeof code === "number" && Number.isInteger(code) ? code : null;
  } catch {
    return null;
  }
}

function problemOf(error: unknown): string {
  const { name = "", code = "" } = error as { name?: string; code?: string };
  if (name === "TimeoutError" || name === "AbortError" || code === "ETIMEDOUT") return "timeout";
  return /CERT|TLS|SSL/.test(code) ? "certificate" : "unreachable";
}
