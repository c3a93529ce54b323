import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Table, Td, Th } from "@/components/ui/table";
import type { MeetingRow } from "@/lib/meetings/queries";
import { getLocale, getWords } from "@/lib/words";
import { saySince } from "./say";

type Props = { meetings: readonly MeetingRow[]; caption: string; today: string };

/** Meetings, the latest first. */
export async function MeetingList({ meetings, caption, today }: Props) {
  const [t, locale] = await Promise.all([getWords("meetings"), getLocale()]);
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <Th className="w-[8em]">{t("list.heldOn")}</Th>
          <Th>{t("list.title")}</Th>
          <Th className="hidden w-[34%] md:table-cell">{t("list.since")}</Th>
          <Th className="hidden w-[5em] sm:table-cell" number>
            {t("kind.decision")}
          </Th>
          <Th className="hidden w-[5em] sm:table-cell" number>
            {t("kind.assignment")}
          </Th>
          <Th className="w-[7em]">{t("list.status")}</Th>
        </tr>
      </thead>
      <tbody>
        {meetings.map((meeting) => (
          <tr className="hover:bg-sunken" key={meeting.id}>
            <Td className="tabular whitespace-nowrap">
              {meeting.heldOn}
              {meeting.status === "draft" ? <span className="block">{meeting.startTime}</span> : null}
            </Td>
            <Td>
              <Link className="font-semibold hover:underline" href={`/meetings/${meeting.id}`}>
                {meeting.title}
              </Link>
              {meeting.place ? <span className="block text-muted text-small">{meeting.place}</span> : null}
            </Td>
            <Td className="hidden text-muted md:table-cell">
              {meeting.status === "draft" ? "" : saySince(meeting, t, locale, today)}
            </Td>
            <Td className="hidden sm:table-cell" number>
              {meeting.outcomes.decision}
            </Td>
            <Td className="hidden sm:table-cell" number>
              {meeting.outcomes.assignment}
            </Td>
            <Td className="whitespace-nowrap">
              <Badge tone={meeting.status === "closed" ? "neutral" : "action"}>
                {t(`status.${meeting.status}`)}
              </Badge>
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
