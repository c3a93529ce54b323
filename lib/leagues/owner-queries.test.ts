import { expect, test } from "vitest";
import { askPool } from "./owner-queries";

test("two statements that differ by one word only may follow each other on one connection", async () => {
  const same = `AS owner, 'the same end of both statements' AS "end"`;
  for (let n = 0; n < 3; n++) {
    expect(await askPool<{ owner: string }>(`SELECT 'unit' ${same}`, [])).toMatchObject([{ owner: "unit" }]);
    expect(await askPool<{ owner: string }>(`SELECT 'post' ${same}`, [])).toMatchObject([{ owner: "post" }]);
  }
});
