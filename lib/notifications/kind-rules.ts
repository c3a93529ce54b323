/** What is told to whom: the one table of messages. The inbox always has them; `outward` ones also leave through the channels. */

export const CHANNELS = ["mail", "dingtalk", "wecom", "feishu"] as const;
export type Channel = (typeof CHANNELS)[number];
/** Robots speak to a group, so what they say is merged and names only what the whole office may read. */
export const ROBOTS = ["dingtalk", "wecom", "feishu"] as const satisfies readonly Channel[];

/**
 * Towards the task, or by role; `ownerOrHead` is the unit's head while nobody holds the post; `approver` is the sponsor, or every leader where a task has none; `author` wrote what is answered,
 * `recipient` is named by the subject itself.
 */
export type Hearer =
  | "owner"
  | "ownerOrHead"
  | "unitHead"
  | "sponsor"
  | "approver"
  | "supervisors"
  | "author"
  | "recipient";

export const GROUPS = ["work", "urging", "asking", "meeting", "talk", "reminder"] as const;
export type MessageGroup = (typeof GROUPS)[number];

type Kind = { group: MessageGroup; outward: boolean };

/** Every kind of message in the order in which a person chooses among them. */
export const MESSAGE_KINDS = {
  assigned: { group: "work", outward: true },
  sentBack: { group: "work", outward: true },
  reopened: { group: "work", outward: true },
  recheckFailed: { group: "work", outward: true },
  halted: { group: "work", outward: false },
  closed: { group: "work", outward: false },
  urged: { group: "urging", outward: true },
  noticed: { group: "urging", outward: true },
  instructed: { group: "urging", outward: true },
  urgeReplied: { group: "urging", outward: false },
  noticeReplied: { group: "urging", outward: false },
  noticeSettled: { group: "urging", outward: false },
  instructionWithdrawn: { group: "urging", outward: false },
  instructionSeen: { group: "urging", outward: false },
  submitted: { group: "asking", outward: false },
  extensionAsked: { group: "asking", outward: true },
  haltAsked: { group: "asking", outward: true },
  haltDeclined: { group: "asking", outward: true },
  extensionAnswered: { group: "asking", outward: true },
  appealed: { group: "asking", outward: false },
  appealAnswered: { group: "asking", outward: false },
  meetingCalled: { group: "meeting", outward: true },
  meetingMoved: { group: "meeting", outward: true },
  meetingCancelled: { group: "meeting", outward: true },
  commented: { group: "talk", outward: false },
  helpAsked: { group: "talk", outward: false },
  dueSoon: { group: "reminder", outward: true },
  dueToday: { group: "reminder", outward: true },
  overdue: { group: "reminder", outward: true },
  roundOpened: { group: "reminder", outward: true },
  roundClosing: { group: "reminder", outward: true },
  roundMissed: { group: "reminder", outward: true },
} as const satisfies Record<string, Kind>;

/** `outletTest` is sent by the system administrator to see whether a channel works; nobody chooses it. */
export type MessageKind = keyof typeof MESSAGE_KINDS | "outletTest";
export const CHOSEN_KINDS = Object.keys(MESSAGE_KINDS) as (keyof typeof MESSAGE_KINDS)[];

/** What fills the sentence of a message. A sensitive one has only `count` and `by`. */
export type MessageParams = {
  /** How many tasks it is about; 1 when it names one. */
  count: number;
  by?: string;
  code?: string;
  title?: string;
  /** The round's title. */
  round?: string;
  /** The meeting's title. */
  meeting?: string;
  day?: string;
  /** Working days until it is due, or days that it is overdue. */
  days?: number;
  taskIds?: number[];
  roundId?: number;
};

type Changed = Readonly<Record<string, readonly [unknown, unknown]>>;
type Row = { message: MessageKind; hears: readonly Hearer[]; when?: (changes: Changed) => boolean };

const handedOn = (changes: Changed) => "ownerPostId" in changes || "status" in changes;
const failed = (changes: Changed) => changes.passed?.[1] === false;
const wantsHelp = (changes: Changed) => Boolean(changes.help?.[1]);

/** What happened → what is told, and who hears it. What is not listed is told to nobody. */
export const TOLD: Readonly<Record<string, Row>> = {
  "task.assign": { message: "assigned", hears: ["owner", "unitHead"], when: handedOn },
  "task.sendBack": { message: "sentBack", hears: ["owner"] },
  "task.reopen": { message: "reopened", hears: ["owner", "unitHead"] },
  "task.suspend": { message: "halted", hears: ["owner", "unitHead"] },
  "task.resume": { message: "halted", hears: ["owner", "unitHead"] },
  "task.terminate": { message: "halted", hears: ["owner", "unitHead"] },
  "task.close": { message: "closed", hears: ["owner", "sponsor"] },
  "task.submit": { message: "submitted", hears: ["supervisors"] },
  "urge.send": { message: "urged", hears: ["ownerOrHead"] },
  "urge.reply": { message: "urgeReplied", hears: ["author"] },
  "notice.issue": { message: "noticed", hears: ["owner", "unitHead"] },
  "notice.reply": { message: "noticeReplied", hears: ["author"] },
  "notice.settle": { message: "noticeSettled", hears: ["owner"] },
  "notice.withdraw": { message: "noticeSettled", hears: ["owner"] },
  "instruction.give": { message: "instructed", hears: ["recipient", "unitHead"] },
  "instruction.withdraw": { message: "instructionWithdrawn", hears: ["recipient", "unitHead"] },
  "instruction.see": { message: "instructionSeen", hears: ["author"] },
  "extension.ask": { message: "extensionAsked", hears: ["approver"] },
  "extension.grant": { message: "extensionAnswered", hears: ["author", "owner"] },
  "extension.decline": { message: "extensionAnswered", hears: ["author", "owner"] },
  "halt.ask": { message: "haltAsked", hears: ["approver"] },
  // That it was granted is told as what became of the task.
  "halt.decline": { message: "haltDeclined", hears: ["author", "owner"] },
  "appeal.add": { message: "appealed", hears: ["supervisors"] },
  "appeal.answer": { message: "appealAnswered", hears: ["author"] },
  "comment.add": { message: "commented", hears: ["owner"] },
  "checkIn.add": { message: "helpAsked", hears: ["sponsor", "supervisors"], when: wantsHelp },
  "entry.recheck": { message: "recheckFailed", hears: ["owner", "unitHead"], when: failed },
  "sampling.check": { message: "recheckFailed", hears: ["owner", "unitHead"], when: failed },
};
