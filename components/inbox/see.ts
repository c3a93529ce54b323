import { noteUnseen } from "@/components/data/inbox-news";
import { sendCommand } from "@/components/data/send-command";

/** Marks messages as read; whether that arrives is nothing to interrupt anybody for. @returns whether it did */
export async function see(input: { ids: number[] } | { all: true }): Promise<boolean> {
  const answer = await sendCommand<{ unseen: number }>("inbox.see", input).catch(() => null);
  if (answer) noteUnseen(answer.result.unseen);
  return answer !== null;
}
