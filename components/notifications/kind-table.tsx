"use client";

import { Table, Td, Th } from "@/components/ui/table";
import {
  CHOSEN_KINDS,
  type Channel,
  GROUPS,
  MESSAGE_KINDS,
  type MessageKind,
} from "@/lib/notifications/kind-rules";
import type { Preference } from "@/lib/notifications/preference-rules";
import { useWords } from "@/lib/words-client";

type Kinds = Preference["kinds"];
type Props = { kinds: Kinds; open: readonly Channel[]; onChange: (kinds: Kinds) => void };

/** Which messages also leave through which channel; the inbox has them all. */
export function KindTable({ kinds, open, onChange }: Props) {
  const [t, said] = [useWords("notificationPages"), useWords("notifications")];
  return (
    <Table caption={t("kinds")}>
      <thead>
        <tr>
          <Th>{t("kind")}</Th>
          {open.map((channel) => (
            <Th className="text-center!" key={channel}>
              {said(`channel.${channel}`)}
            </Th>
          ))}
        </tr>
      </thead>
      {GROUPS.map((group) => (
        <tbody key={group}>
          <tr>
            <th
              className="border-line border-b px-3 pt-3 pb-1 text-left font-semibold text-small"
              colSpan={open.length + 1}
              scope="colgroup"
            >
              {said(`group.${group}`)}
            </th>
          </tr>
          {CHOSEN_KINDS.filter((kind) => MESSAGE_KINDS[kind].group === group).map((kind) => (
            <Line key={kind} kind={kind} kinds={kinds} onChange={onChange} open={open} />
          ))}
        </tbody>
      ))}
    </Table>
  );
}

function Line({ kind, kinds, open, onChange }: Props & { kind: Exclude<MessageKind, "outletTest"> }) {
  const said = useWords("notifications");
  const chosen = kinds[kind] ?? (MESSAGE_KINDS[kind].outward ? [...open] : []);
  const toggle = (channel: Channel) =>
    onChange({
      ...kinds,
      [kind]: chosen.includes(channel) ? chosen.filter((one) => one !== channel) : [...chosen, channel],
    });
  return (
    <tr>
      <Td className="align-middle!">{said(`name.${kind}`)}</Td>
      {open.map((channel) => (
        <Td className="align-middle! text-center!" key={channel}>
          <label className="inline-flex min-h-6 min-w-6 items-center justify-center touch:min-h-11 touch:min-w-11">
            <span className="sr-only">{`${said(`name.${kind}`)} ${said(`channel.${channel}`)}`}</span>
            <input checked={chosen.includes(channel)} onChange={() => toggle(channel)} type="checkbox" />
          </label>
        </Td>
      ))}
    </tr>
  );
}
