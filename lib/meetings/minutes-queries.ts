import type { Actor } from "../auth/permissions";
import { prisma } from "../db";
import { type AgendaItemView, getAgenda } from "./agenda-queries";
import type { AgendaKind, AgendaState } from "./agenda-rules";
import { getMeeting, listOutcomes, type OutcomeView } from "./queries";
import type { OutcomeKind, Presence } from "./rules";

/** What the minutes of a meeting are written from, in the order in which it was talked about. */

export type MinutesOutcome = {
  kind: OutcomeKind;
  text: string;
  /** The task that it made or was about; "" and null when there is none. */
  taskCode: string;
  taskTitle: string;
  owner: string;
  dueDay: string | null;
};

export type MinutesItem = {
  title: string;
  /** "" when it is about no task. */
  taskCode: string;
  kind: AgendaKind;
  reason: string;
  record: string;
  state: AgendaState;
  outcomes: MinutesOutcome[];
};

export type Minutes = {
  meeting: {
    id: number;
    title: string;
    heldOn: string;
    startTime: string;
    place: string;
    /** The chair's name and post; "" when nobody was named. */
    chair: string;
    recorder: string;
    /** "" for a meeting without a series. */
    seriesName: string;
    /** Which meeting of its series it is, from 1; null without a series. */
    number: number | null;
    closed: boolean;
  };
  /** Names with their posts; `invited` are those of whom nobody said whether they came. */
  attendance: Record<Presence | "invited", string[]>;
  items: MinutesItem[];
  outcomesWithoutItem: MinutesOutcome[];
  /** Is something of a sensitive task in it? Its words are masked all the same. */
  sensitive: boolean;
};

/** Everything that the minutes of a meeting say. @throws NotFound, Forbidden */
export async function getMinutes(actor: Actor, meetingId: number): Promise<Minutes> {
  const [head, agenda, outcomes] = await Promise.all([
    getMeeting(actor, meetingId),
    getAgenda(actor, meetingId),
    listOutcomes(actor, meetingId),
  ]);
  const byId = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
  const placed = new Set(agenda.items.flatMap(({ outcomeIds }) => outcomeIds));
  const names = (presence: Presence | null) =>
    agenda.attendance
      .filter((one) => one.presence === presence)
      .map(({ name, unit, post, note }) => [name || `${unit}${post}`, note && `（${note}）`].join(""));
  return {
    meeting: {
      ...{
        id: head.id,
        title: head.title,
        heldOn: head.heldOn,
        startTime: head.startTime,
        place: head.place,
      },
      ...{ chair: head.chair?.name ?? "", recorder: head.recorder, seriesName: head.seriesName },
      number: await numberIn(head),
      closed: head.status === "closed",
    },
    attendance: {
      ...{ present: names("present"), substitute: names("substitute"), leave: names("leave") },
      ...{ absent: names("absent"), invited: names(null) },
    },
    items: agenda.items.map((item) => tell(item, byId)),
    outcomesWithoutItem: outcomes.filter(({ id }) => !placed.has(id)).map(tellOutcome),
    sensitive: outcomes.some(({ sensitive }) => sensitive) || agenda.items.some(({ masked }) => masked),
  };
}

async function numberIn({ seriesId, heldOn, id }: { seriesId: number | null; heldOn: string; id: number }) {
  if (seriesId === null) return null;
  const before = { OR: [{ heldOn: { lt: heldOn } }, { heldOn, id: { lt: id } }] };
  return 1 + (await prisma().meeting.count({ where: { seriesId, ...before } }));
}

function tell(item: AgendaItemView, outcomes: ReadonlyMap<number, OutcomeView>): MinutesItem {
  const { title, kind, reason, record, state, task, outcomeIds } = item;
  const own = outcomeIds.flatMap((id) => outcomes.get(id) ?? []);
  return { title, taskCode: task?.code ?? "", kind, reason, record, state, outcomes: own.map(tellOutcome) };
}

function tellOutcome({ kind, text, task, about }: OutcomeView): MinutesOutcome {
  const one = task ?? about;
  return {
    ...{ kind, text, taskCode: one?.code ?? "", taskTitle: one?.title ?? "" },
    ...{ owner: task?.owner ?? "", dueDay: task?.dueDay ?? null },
  };
}
