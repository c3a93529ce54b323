import { pinyin } from "pinyin-pro";
import { command } from "../api";
import { demand } from "../auth/demand";
import { today } from "../clock";
import type { Tx } from "../db";
import { NotFound, refuse, Stale } from "../errors";
import { changesBetween, record } from "../events/record";
import { AddPerson, BeginHolding, EditPerson, EndHolding, LeavePerson } from "./input";

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
  leftOn?: string;
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
    const later = await tx.holding.count({ where: { personId, toDay: null, fromDay: { gt: on } } });
    refuse(later > 0 ? "endBeforeStart" : null);
    await write(tx, person, version, { leftOn: on });
    const ended = await tx.holding.updateMany({ where: { personId, toDay: null }, data: { toDay: on } });
    const changes = changesBetween({}, { leftOn: on, postsGivenUp: ended.count });
    record(tx, actor, { kind: "person.leave", subject: { type: "person", id: personId }, changes });
    return { personId, version: version + 1 };
  },
);

/** Somebody takes a post. @throws Forbidden, NotFound, Refused */
export const beginHolding = command("holding.begin", BeginHolding, async (tx, actor, input) => {
  demand(actor, "holding.change");
  const { postId, personId, from } = input;
  const post = await tx.post.findUnique({ where: { id: postId }, select: { closedOn: true } });
  if (!post) throw new NotFound("post");
  refuse(post.closedOn === null ? null : "postClosed");
  const person = await getPerson(tx, personId);
  refuse(person.leftOn === null ? null : "personLeft");
  const held = await tx.holding.findFirst({ where: { postId, personId, toDay: null }, select: { id: true } });
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
  const held = await tx.holding.findUnique({
    where: { id: holdingId },
    select: { fromDay: true, toDay: true },
  });
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
