import { expect, test } from "vitest";
import { CommandProblem } from "@/components/data/command-problem";
import { SendFailed } from "@/components/files/send-file";
import { createQueue, type VisitInput, type Waiting } from "./queue";

const input: VisitInput = { dutyId: 1, objectId: 2, day: "2024-09-30", act: "走访", note: "" };
const said = { object: "企业-001", duty: "联企" };
const problem = (status: number, code: string, title = code) => new CommandProblem({ status, code, title });

/** A device and a server that does what the test says. */
function someDevice() {
  const kept = new Map<string, Waiting>();
  const sent: { key: string; body: object }[] = [];
  const state = { answer: null as Error | null, upload: null as Error | null, keys: 0, tickets: 0 };
  const shelf = {
    read: async () => [...kept.values()],
    put: async (one: Waiting) => void kept.set(one.key, one),
    remove: async (key: string) => void kept.delete(key),
  };
  const wire = {
    upload: async () => {
      if (state.upload) throw state.upload;
      return { ticket: `T${++state.tickets}`, name: "p.jpg", size: 1, mime: "image/jpeg", hasThumb: true };
    },
    send: async (body: object, key: string) => {
      sent.push({ key, body });
      if (state.answer) throw state.answer;
    },
    newKey: () => `key-${++state.keys}`,
  };
  const arrived: string[] = [];
  const queue = (accountId = 7) => createQueue(accountId, shelf, wire, (one) => arrived.push(one.key));
  return { kept, sent, state, queue, arrived };
}
const photo = { name: "p.jpg", content: new Blob(["x"]) };

test("without a network a visit stays and is sent once, under the same key and with the same body", async () => {
  const { queue, state, sent, arrived, kept } = someDevice();
  const own = queue();
  await own.add(input, said, [photo], 1);
  state.answer = problem(0, "offline");
  await own.flush();
  await own.flush();
  expect([own.get().length, arrived]).toEqual([1, []]);
  state.answer = null;
  await own.flush();
  expect([own.get().length, arrived, kept.size]).toEqual([0, ["key-1"], 0]);
  expect(new Set(sent.map(({ key, body }) => JSON.stringify([key, body]))).size).toBe(1);
  expect(state.tickets).toBe(1);
});

test("another page of the same device goes on where this one stopped", async () => {
  const { queue, state, sent } = someDevice();
  await queue().add(input, said, [], 1);
  const later = queue();
  await later.flush();
  expect([later.get(), sent.map(({ key }) => key)]).toEqual([[], ["key-1"]]);
  expect(state.keys).toBe(1);
});

test.each([
  ["a session that is over", problem(401, "signedOut")],
  ["a server that fails", problem(503, "unavailable")],
  ["a hurry", problem(429, "tooFast")],
])("%s keeps the visit waiting, and those behind it", async (_, answer) => {
  const { queue, state, sent } = someDevice();
  const own = queue();
  await own.add(input, said, [], 1);
  await own.add(input, said, [], 2);
  state.answer = answer;
  await own.flush();
  expect(own.get().map(({ refused }) => refused)).toEqual([null, null]);
  expect(sent).toHaveLength(1);
});

test("a refused visit is shown with its reason, does not hold up the others, and can be mended or dropped", async () => {
  const { queue, state, sent } = someDevice();
  const own = queue();
  await own.add(input, said, [], 1);
  await own.add(input, said, [], 2);
  state.answer = problem(409, "objectInactive", "该对象不在名录中");
  await own.flush();
  await own.flush();
  expect([own.get().map(({ refused }) => refused), sent.length]).toEqual([
    ["该对象不在名录中", "该对象不在名录中"],
    2,
  ]);
  state.answer = null;
  const [first, second] = own.get();
  if (!first || !second) throw new Error("both stay");
  await own.mend(first, { day: "2024-09-29" });
  await own.drop(second.key);
  await own.flush();
  expect(own.get()).toEqual([]);
  expect(sent.at(-1)).toMatchObject({ key: "key-3", body: { day: "2024-09-29" } });
});

test("a photo that cannot be taken refuses the visit, a broken upload only delays it", async () => {
  const { queue, state, sent } = someDevice();
  const own = queue();
  await own.add(input, said, [photo], 1);
  state.upload = new SendFailed(null, true);
  await own.flush();
  expect(own.get()[0]?.refused).toBeNull();
  state.upload = new SendFailed("不支持这种文件", false);
  await own.flush();
  expect([own.get()[0]?.refused, sent]).toEqual(["不支持这种文件", []]);
});

test("tickets that have run out are renewed under a new key", async () => {
  const { queue, state, kept } = someDevice();
  const own = queue();
  await own.add(input, said, [photo], 1);
  state.answer = problem(0, "offline");
  await own.flush();
  state.answer = problem(409, "ticketInvalid");
  await own.flush();
  state.answer = null;
  await own.flush();
  expect([own.get(), kept.size, state.tickets]).toEqual([[], 0, 2]);
});

test("what another account recorded on this device is neither shown nor sent", async () => {
  const { queue, sent } = someDevice();
  await queue(7).add(input, said, [], 1);
  const other = queue(8);
  await other.flush();
  expect([other.get(), sent]).toEqual([[], []]);
});
