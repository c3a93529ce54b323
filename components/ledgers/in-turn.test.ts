import { expect, test } from "vitest";
import { inTurn } from "./in-turn";

test("a second command waits for the first and follows the version that it made", async () => {
  const sent: number[] = [];
  const send = async (version: number) => {
    sent.push(version);
    await new Promise((resolve) => setTimeout(resolve, 5));
    return version + 1;
  };
  const entry = { id: 1, version: 4 };
  await Promise.all([inTurn(entry, send), inTurn(entry, send)]);
  // The list still tells of the version before both.
  await inTurn(entry, send);
  expect(sent).toEqual([4, 5, 6]);
});

test("what the list knows newer than this page's own commands counts", async () => {
  let sent = 0;
  await inTurn({ id: 1, version: 20 }, async (version) => {
    sent = version;
    return version + 1;
  });
  expect(sent).toBe(20);
});

test("a command that fails fails for its caller alone", async () => {
  const entry = { id: 2, version: 1 };
  const failing = inTurn(entry, async () => {
    throw new Error("refused");
  });
  const next = inTurn(entry, async (version) => version + 1);
  await expect(failing).rejects.toThrow("refused");
  await expect(next).resolves.toBeUndefined();
});
