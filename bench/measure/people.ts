import { createHash, randomBytes } from "node:crypto";
import { hash } from "@node-rs/argon2";
import pg from "pg";

export const PASSWORD = "Bench-2024-password";

/** Accounts b1…bN of one role with one password, made straight in the tables; for measuring only. */
export async function addPeople(databaseUrl: string, people: number, role = "supervisor"): Promise<void> {
  const passwordHash = await hash(PASSWORD, { memoryCost: 19456, timeCost: 2, parallelism: 1 });
  await withDb(databaseUrl, (db) =>
    db.query(
      `INSERT INTO "Account" (name, "passwordHash", roles, "mustChangePassword") SELECT 'b' || n || 'x', $1, ARRAY[$2]::"Role"[], false
        FROM generate_series(1, $3::int) n ON CONFLICT DO NOTHING`,
      [passwordHash, role, people],
    ),
  );
}

/** An access token of the first account, as a request header. */
export async function tokenHeader(databaseUrl: string): Promise<Record<string, string>> {
  const token = `gt_${randomBytes(24).toString("base64url")}`;
  const digest = createHash("sha256").update(token).digest("hex");
  await withDb(databaseUrl, (db) =>
    db.query(
      `INSERT INTO "AccessToken" ("accountId", name, hash, scopes, "expiresAt")
        SELECT id, 'bench', $1, '{*}', now() + interval '1 day' FROM "Account" WHERE name = 'b1x'`,
      [digest],
    ),
  );
  return { authorization: `Bearer ${token}` };
}

export async function withDb<T>(databaseUrl: string, work: (db: pg.Client) => Promise<T>): Promise<T> {
  const db = new pg.Client(databaseUrl);
  await db.connect();
  try {
    return await work(db);
  } finally {
    await db.end();
  }
}

/** Signs in as a browser does and answers the cookie. */
export async function signIn(url: string, name: string): Promise<string> {
  const csrf = await fetch(`${url}/api/auth/csrf`);
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const answer = await fetch(`${url}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { "content-type": "application/x-www-form-urlencoded", cookie: cookiesOf(csrf), origin: url },
    body: new URLSearchParams({ csrfToken, name, password: PASSWORD, json: "true" }),
  });
  if (!cookiesOf(answer).includes("session-token="))
    throw new Error(`${name} was not let in: ${answer.status}`);
  return cookiesOf(answer);
}

function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}
