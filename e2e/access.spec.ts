import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { ACCOUNTS, expect, type RoleName, test } from "./fixtures";
import { sharedProduct } from "./global-setup";

/** Every page and every route, asked by everyone; a route without a row here, or a row without a route, fails. */

const ROLES = Object.keys(ACCOUNTS) as RoleName[];
const BUSINESS: RoleName[] = ["supervisor", "leader", "unitHead", "staff", "observer"];
const WORKING: RoleName[] = ["supervisor", "leader", "unitHead", "staff"];

/** `to`: who gets in. `asked`: an address that exists in the sample year. `turned`: what everybody else gets. */
type Row = { to: RoleName[] | "everyone"; asked?: string; turned?: number[] };

const PAGES: Record<string, Row> = {
  "/": { to: ROLES },
  "/home": { to: ROLES },
  "/leader": { to: ["leader"] },
  "/board": { to: BUSINESS },
  "/board/[day]": { to: BUSINESS, asked: "/board/2024-06-30" },
  "/tasks/[id]": { to: BUSINESS, asked: "/tasks/1" },
  "/plan": { to: BUSINESS },
  "/wall": { to: BUSINESS },
  "/dashboard": { to: BUSINESS },
  "/dashboard/present": { to: BUSINESS },
  "/dashboard/published": { to: ["supervisor"] },
  "/public": { to: "everyone" },
  "/ledgers": { to: BUSINESS },
  "/ledgers/[id]": { to: BUSINESS, asked: "/ledgers/4" },
  "/wall/plots": { to: BUSINESS },
  "/wall/present": { to: BUSINESS },
  "/leagues": { to: BUSINESS },
  "/leagues/[id]": { to: BUSINESS, asked: "/leagues/1" },
  "/leagues/[id]/present": { to: BUSINESS, asked: "/leagues/1/present" },
  "/coverage": { to: BUSINESS },
  "/coverage/[dutyId]": { to: BUSINESS, asked: "/coverage/1" },
  "/coverage/registers": { to: WORKING },
  "/coverage/registers/[id]": { to: WORKING, asked: "/coverage/registers/1" },
  "/meetings": { to: WORKING },
  "/meetings/[id]": { to: WORKING, asked: "/meetings/1" },
  "/meetings/series/[id]": { to: WORKING, asked: "/meetings/series/1" },
  "/meetings/[id]/present": { to: WORKING, asked: "/meetings/1/present" },
  "/supervision": { to: WORKING },
  "/supervision/notices/[id]": { to: WORKING, asked: "/supervision/notices/1" },
  "/report": { to: WORKING },
  "/rounds": { to: ["supervisor", "leader", "unitHead"] },
  "/rounds/[id]": { to: ["supervisor", "leader", "unitHead"], asked: "/rounds/1" },
  "/r/[token]": { to: "everyone", asked: "/r/gl_unknown" },
  "/papers": { to: WORKING },
  "/papers/[kind]": { to: BUSINESS, asked: "/papers/tasks" },
  "/papers/composed/[id]": { to: ["supervisor", "leader"], asked: "/papers/composed/1" },
  "/organisation": { to: [...BUSINESS, "systemAdmin"] },
  "/inbox": { to: ROLES },
  "/settings": { to: ROLES },
  "/settings/password": { to: ROLES },
  "/admin": { to: ["systemAdmin", "securityAdmin", "auditAdmin"] },
  "/admin/accounts": { to: ["systemAdmin"] },
  "/admin/outlets": { to: ["systemAdmin"] },
  "/admin/roles": { to: ["securityAdmin"] },
  "/admin/journal": { to: ["auditAdmin"] },
  "/sign-in": { to: "everyone" },
  "/setup": { to: "everyone" },
};

const ROUTES: Record<string, Row> = {
  "GET /api/board": { to: BUSINESS },
  "GET /api/board/[day]": { to: BUSINESS, asked: "/api/board/2024-06-30" },
  "GET /api/tasks/[id]": { to: BUSINESS, asked: "/api/tasks/1" },
  "GET /api/tasks/[id]/proofs": { to: BUSINESS, asked: "/api/tasks/1/proofs" },
  "GET /api/coverage/[dutyId]": { to: BUSINESS, asked: "/api/coverage/1" },
  "GET /api/coverage/[dutyId]/visits": {
    to: BUSINESS,
    asked: "/api/coverage/1/visits?object=3&from=2024-04-01&to=2024-06-30",
  },
  "GET /coverage/worker.js": { to: "everyone" },
  "GET /api/tasks/[id]/supervision": { to: WORKING, asked: "/api/tasks/1/supervision" },
  "GET /api/tasks/[id]/matters": { to: WORKING, asked: "/api/tasks/1/matters" },
  "GET /api/ledgers/[id]": { to: BUSINESS, asked: "/api/ledgers/4" },
  "GET /api/ledgers/entries/[id]": { to: BUSINESS, asked: "/api/ledgers/entries/141" },
  "GET /api/posts": { to: [...BUSINESS, "systemAdmin"] },
  "GET /api/leagues/[id]": { to: BUSINESS, asked: "/api/leagues/1" },
  "GET /api/leagues/[id]/members/[memberId]": { to: BUSINESS, asked: "/api/leagues/1/members/1" },
  "GET /api/meetings/[id]": { to: WORKING, asked: "/api/meetings/1" },
  "GET /api/papers/[kind]": { to: BUSINESS, asked: "/api/papers/tasks?format=xlsx" },
  "GET /api/files/[id]": { to: BUSINESS, asked: "/api/files/open" },
  "GET /api/inbox": { to: ROLES },
  "GET /api/openapi.json": { to: ROLES },
  "GET /api/rounds/preview": {
    to: ["supervisor"],
    asked: `/api/rounds/preview?plan=${encodeURIComponent(JSON.stringify({ title: "样例", periodFrom: "2024-09-01", periodTo: "2024-09-30", windowFrom: "2024-09-30", windowTo: "2024-10-08" }))}`,
  },
  "GET /api/health": { to: "everyone" },
};
/** Asked in stories of their own: the streams, the uploads, the door, and what next-auth answers by itself; no picture of the sample year has entries on it. */
const ELSEWHERE = [
  "GET /calendar/[token]",
  "GET /api/plots/[id]",
  "GET /api/live",
  "GET /api/meetings/[id]/step",
  "POST /api/meetings/[id]/step",
  "POST /api/files",
  "POST /api/commands/[command]",
  "GET /api/auth/[...nextauth]",
  "POST /api/auth/[...nextauth]",
];

const app = path.resolve(import.meta.dirname, "../app");

function walk(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const at = path.join(folder, name);
    return statSync(at).isDirectory() ? walk(at) : [at];
  });
}

const address = (file: string) =>
  `/${path
    .relative(app, path.dirname(file))
    .split(path.sep)
    .filter((part) => !part.startsWith("("))
    .join("/")}`;
const files = walk(app);
const pages = files.filter((file) => path.basename(file) === "page.tsx").map(address);
const routes = files
  .filter((file) => path.basename(file) === "route.ts")
  .flatMap((file) => {
    const text = readFileSync(file, "utf8");
    const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"].filter((method) =>
      new RegExp(`export (async function|const) ${method}\\b|export \\{[^}]*\\b${method}\\b`).test(text),
    );
    return methods.map((method) => `${method} ${address(file)}`);
  });

test("the table names exactly the pages and routes that exist", () => {
  expect(Object.keys(PAGES).sort()).toEqual([...pages].sort());
  expect([...Object.keys(ROUTES), ...ELSEWHERE].sort()).toEqual([...routes].sort());
});

const asked = (name: string, row: Row) => row.asked ?? name.replace(/^GET /, "");

/** The number of a file on a task that everybody sees: files get theirs in the order in which they arrive. */
async function openFile(page: Page): Promise<number> {
  const { evidence } = (await (await page.request.get("/api/tasks/5")).json()) as {
    evidence: { id: number }[];
  };
  return evidence[0]?.id ?? 0;
}

test("whoever has not signed in gets to the sign-in page and no further", async ({ request }) => {
  for (const [name, row] of Object.entries(PAGES)) {
    const answer = await request.get(asked(name, row), { maxRedirects: 0 });
    if (row.to === "everyone") expect(answer.status(), name).toBeLessThan(500);
    else
      expect([answer.status(), answer.headers().location ?? ""], name).toEqual([
        307,
        expect.stringMatching(/^(http:\/\/[^/]+)?\/sign-in/),
      ]);
  }
  for (const [name, row] of Object.entries(ROUTES)) {
    const answer = await request.get(asked(name, row));
    expect(answer.status(), name).toBe(row.to === "everyone" ? 200 : 401);
  }
});

for (const role of ROLES) {
  test(`${role} gets what the table gives, and nothing else`, async ({ as }) => {
    const [boss, page] = [await as("supervisor"), await as(role)];
    const file = String(await openFile(boss));
    for (const [name, row] of Object.entries({ ...PAGES, ...ROUTES })) {
      const address = asked(name, row).replace("/files/open", `/files/${file}`);
      const answer = await page.request.get(address, { maxRedirects: 0 });
      const let_in = row.to === "everyone" || row.to.includes(role);
      if (let_in) expect(answer.status(), `${role} ${name}`).toBeLessThan(400);
      else expect(row.turned ?? [403, 404], `${role} ${name}`).toContain(answer.status());
    }
  });
}

test("the verdict is the same with the headers that have opened frameworks before", async ({ request }) => {
  const tricks: Record<string, string>[] = [
    { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
    { "x-middleware-subrequest": "src/proxy" },
    { "x-nextjs-data": "1" },
    { rsc: "1" },
    { "x-original-url": "/sign-in" },
    { "x-forwarded-host": "127.0.0.1" },
    { "x-guatu-source": "127.0.0.1" },
  ];
  for (const headers of tricks) {
    for (const page of [
      "/board",
      "/admin/accounts",
      "/tasks/1",
      "/BOARD",
      "//board",
      "/board/.",
      "/board?_rsc=1",
    ]) {
      const answer = await request.get(`${sharedProduct().url}${page}`, { headers, maxRedirects: 0 });
      const text = await answer.text();
      expect(
        answer.status() === 200 && /房屋征收|攻坚组/.test(text),
        `${page} ${JSON.stringify(headers)}`,
      ).toBe(false);
    }
    expect((await request.get("/api/board", { headers })).status()).toBe(401);
  }
});
