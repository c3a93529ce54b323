import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { pool } from "@/lib/db";
import { Forbidden, NotFound } from "@/lib/errors";
import { ownerOf, savedOffice, savedTask, someActor, supervisor } from "@/lib/testing/builders";
import { savedEntry, savedLedger } from "@/lib/testing/some-ledger";
import { tablesOf } from "./document-rules";
import { paperOf } from "./paper-queries";

/** The entries of a ledger on paper: what the page shows under the same address, masked as there. */

let owner: Actor;
let ledgerId: number;
const member = () => someActor({ name: "组员", roles: ["staff"], unitIds: [otherUnitId] });
let otherUnitId: number;

beforeAll(async () => {
  const office = await savedOffice();
  otherUnitId = office.otherUnitId;
  owner = ownerOf(office);
  const taskId = await savedTask(office, { title: "征收", label: "open" });
  ledgerId = await savedLedger(taskId, { label: "sensitive", name: "签约清单" });
  const data = { owner: "张三丰", phone: "13812345678", area: "88.5", kind: "住宅", key: "yes" };
  await savedEntry(ledgerId, "A-1", { title: "王五家", data, postId: office.ownerPostId });
  await savedEntry(ledgerId, "A-2", { unitId: otherUnitId, data: { kind: "商铺", owner: "李四" } });
  await savedEntry(ledgerId, "A-3", { track: "court" });
});

const paper = async (actor: Actor, asked = "", reveal = false) => {
  const made = await paperOf(actor, "ledger", new URLSearchParams(`id=${ledgerId}${asked}`), "zh-CN", reveal);
  const [table] = tablesOf(made.document);
  const titles = table?.columns.map(({ title }) => title) ?? [];
  const rows = (table?.rows ?? []).map((row) => ("cells" in row ? row.cells : []));
  const cell = (row: number, title: string) => rows[row]?.[titles.indexOf(title)];
  return { ...made, titles, rows, cell };
};

test("tells stage, track, unit, post, days and fields of each entry, masked and marked", async () => {
  const { document, titles, rows, cell, mayReveal, origin } = await paper(supervisor());
  expect(titles.slice(0, 2)).toEqual(["编号", "名称"]);
  expect(titles.slice(-3)).toEqual(["纳入日期", "阶段期限", "最近变动"]);
  expect(rows).toHaveLength(3);
  expect([cell(0, "权利人"), cell(0, "电话"), cell(0, "面积"), cell(0, "重点户")]).toEqual([
    "张＊",
    "138＊＊＊＊5678",
    88.5,
    "是",
  ]);
  expect([cell(0, "阶段"), cell(0, "路径"), cell(1, "责任单位")]).toEqual(["未签约", "洽谈", "乙科"]);
  expect(cell(0, "最近变动")).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(document.watermark).toContain("督查员");
  expect(document.basis.join()).toContain("共3条，已销号0条");
  expect({ mayReveal, kind: origin.kind }).toEqual({ mayReveal: true, kind: "ledger" });
});

test("follows the filter of the page, and says so", async () => {
  const { document, rows } = await paper(supervisor(), "&track=court");
  expect(rows.map(([code]) => code)).toEqual(["A-3"]);
  expect(document.basis[0]).toContain("司法");
});

test("whole words only for those who may read them, never by default", async () => {
  const bare = await paper(owner, "", true);
  expect([bare.cell(0, "权利人"), bare.cell(0, "名称")]).toEqual(["张三丰", "王五家"]);
  const own = await paper(member(), "", true);
  expect([own.rows.length, own.cell(0, "权利人"), own.origin.taskId]).toEqual([1, "李四", null]);
  await expect(paper(someActor({ roles: ["observer"] }))).rejects.toThrow(NotFound);
});

test("a ledger with a secret column alone is marked once its words are told", async () => {
  await pool().query(`UPDATE "Ledger" SET label = 'open' WHERE id = $1`, [ledgerId]);
  const observer = someActor({ name: "观察者", roles: ["observer"] });
  const masked = await paper(observer);
  expect([masked.rows.length, masked.mayReveal, masked.cell(0, "权利人")]).toEqual([3, false, "张＊"]);
  await expect(paper(observer, "", true)).rejects.toThrow(Forbidden);
  expect((await paper(owner)).document.watermark).toBeNull();
  expect((await paper(owner, "", true)).document.watermark).toContain("责任人");
});
