import { pinyin } from "pinyin-pro";
import { command } from "../api";
import { demand } from "../auth/demand";
import { today } from "../clock";
import type { Tx } from "../db";
import { NotFound, refuse, Stale } from "../errors";
import { changesBetween, record } from "../events/record";
import { AddPerson, BeginHolding, EditPerson, EndHolding, LeavePerson, ReturnPerson } from "./input";

/** How a name is found by its sound: the whole pinyin and its initials, the surname read as a surname. */
export function soundsOf(name: string): { pinyin: string; initials: string } {
  const options = { toneType: "none", surname: "head", type: "array", nonZh: "consecutive" } as const;
  const syllables = pinyin(name, options);
  return {
    pinyin: syllables.join("").toLowerCase(),
    initials: syllables
      .map((s) => s[0] ?? "")
      .join("")
      .toLowerCase(),
  };
}

/** Adds somebody who works in the office. @throws Forbidden */
export const addPerson = command("person.add", AddPerson, async (tx, actor, input) => {
  demand(actor, "person.change");
  const id = await insertPerson(tx, input);
  record(tx, actor, {
    kind: "person.add",
    subject: { type: "person", id },
    changes: { name: [null, input.name] },
  });
  return { personId: id };
});

/** Shared with the creation of an account. */
export async function insertPerson(tx: Tx, input: { name: string; phone?: string }): Promise<number> {
  const data = { name: input.name, phone: input.phone || null, ...soundsOf(input.name) };
  return (await tx.person.create({ data, select: { id: true } })).id;
}

async function getPerson(tx: Tx, id: number) {
  const select = { id: true, name: true, phone: true, leftOn: true, version: true };
  const person = await tx.person.findUnique({ where: { id }, select });
  if (!person) throw new NotFound("person");
  return person;
}

/** Corrects a name or number. @throws Forbidden, NotFound, Stale */
export const editPerson = command(
  "person.edit",
  EditPerson,
  async (tx, actor, { personId, version, name, phone }) => {
    demand(actor, "person.change");
    const person = await getPerson(tx, personId);
    const fields = { name: name ?? person.name, phone: phone === undefined ? person.phone : phone || null };
    await write(tx, person, version, { ...fields, ...soundsOf(fields.name) });
    const changes = changesBetween({ name: person.name }, { name: fields.name });
    record(tx, actor, { kind: "person.edit", subject: { type: "person", id: personId }, changes });
    return { personId, version: version + 1 };
  },
);

type PersonFields = {
  name?: string;
  phone?: string | null;
  pinyin?: string;
  initials?: string;
  leftOn?: string | null;
};

async function write(tx: Tx, person: { id: number }, version: number, fields: PersonFields): Promise<void> {
  const where = { id: person.id, version };
  const written = await tx.person.updateMany({ where, data: { ...fields, version: { increment: 1 } } });
  if (written.count === 0) throw new Stale(person, version);
}

/** Somebody leaves: every post is given up on that day, the work stays with the posts. @throws Forbidden, NotFound, Refused, Stale */
export const leavePerson = command(
  "person.leave",
  LeavePerson,
  async (tx, actor, { personId, version, on }) => {
    demand(actor, "person.change");
    const person = await getPerson(tx, personId);
    refuse(person.leftOn === null ? null : "personLeft");
    const later = await tx.holding.count({ where: { personId, fromDay: { gt: on } } });
    refuse(later > 0 ? "endBeforeStart" : null);
    await write(tx, person, version, { leftOn: on });
    const beyond = { OR: [{ toDay: null }, { toDay: { gt: on } }] };
    const held = await tx.holding.findMany({ where: { personId, ...beyond }, select: { postId: true } });
    await tx.holding.updateMany({ where: { personId, ...beyond }, data: { toDay: on } });
    const postIds = held.map(({ postId }) => postId);
    const changes = changesBetween({}, { leftOn: on, postsGivenUp: postIds });
    record(tx, actor, { kind: "person.leave", subject: { type: "person", id: personId }, changes });
    return { personId, version: version + 1, postIds };
  },
);

/** Somebody who left is back; the posts that were given up stay so. @throws Forbidden, NotFound, Refused, Stale */
export const returnPerson = command(
  "person.return",
  ReturnPerson,
  async (tx, actor, { personId, version }) => {
    demand(actor, "person.change");
    const person = await getPerson(tx, personId);
    refuse(person.leftOn === null ? "personHere" : null);
    await write(tx, person, version, { leftOn: null });
    const changes = { leftOn: [person.leftOn, null] } satisfies Record<string, [unknown, unknown]>;
    record(tx, actor, { kind: "person.return", subject: { type: "person", id: personId }, changes });
    return { personId, version: version + 1 };
  },
);

/** Somebody takes a post. @throws Forbidden, NotFound, Refused */
export const beginHolding = command("holding.begin", BeginHolding, async (tx, actor, input) => {
  demand(actor, "holding.change");
  const { postId, personId, from } = input;
  // Two who seat the same person at once: the second waits here and then sees the first.
  const [post] = await tx.$queryRaw<{ closedOn: string | null }[]>`
    SELECT "closedOn" FROM "Post" WHERE id = ${postId} FOR NO KEY UPDATE`;
  if (!post) throw new NotFound("post");
  refuse(post.closedOn === null ? null : "postClosed");
  const person = await getPerson(tx, personId);
  refuse(person.leftOn === null ? null : "personLeft");
  const beyond = { OR: [{ toDay: null }, { toDay: { gte: from } }] };
  const held = await tx.holding.findFirst({ where: { postId, personId, ...beyond }, select: { id: true } });
  refuse(held ? "alreadyHolds" : null);
  const { id } = await tx.holding.create({ data: { postId, personId, fromDay: from }, select: { id: true } });
  record(tx, actor, {
    kind: "holding.begin",
    subject: { type: "holding", id },
    changes: changesBetween({}, input),
  });
  return { holdingId: id };
});

/** Somebody gives a post up; that day is the last. @throws Forbidden, NotFound, Refused */
export const endHolding = command("holding.end", EndHolding, async (tx, actor, { holdingId, on }) => {
  demand(actor, "holding.change");
  const [held] = await tx.$queryRaw<{ fromDay: string; toDay: string | null }[]>`
    SELECT "fromDay", "toDay" FROM "Holding" WHERE id = ${holdingId} FOR UPDATE`;
  if (!held) throw new NotFound("holding");
  refuse(held.toDay === null || held.toDay >= today() ? null : "holdingEnded");
  refuse(on >= held.fromDay ? null : "endBeforeStart");
  await tx.holding.update({ where: { id: holdingId }, data: { toDay: on }, select: { id: true } });
  record(tx, actor, {
    kind: "holding.end",
    subject: { type: "holding", id: holdingId },
    changes: { toDay: [held.toDay, on] },
  });
  return { holdingId };
});
