import type { Locale, Words } from "@/lib/message-format";
import type { InboxItem } from "@/lib/notifications/queries";
import { sayMessage } from "@/lib/notifications/say-message";

/** One message as a page shows it: its sentence is made by the server, so that no page carries the words of all of them. */
export type InboxView = {
  id: number;
  text: string;
  link: string;
  /** ISO text. */
  at: string;
  seen: boolean;
};

export function viewOf(item: InboxItem, words: { t: Words; today: string; locale: Locale }): InboxView {
  const { id, link, at, seenAt } = item;
  return { id, text: sayMessage(item, words), link, at: at.toISOString(), seen: seenAt !== null };
}
