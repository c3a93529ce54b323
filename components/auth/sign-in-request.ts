/** What came of a sign-in: `in`, or the word for why not; `locked` with its minutes. */
export type SignInAnswer =
  | { kind: "in" | "refused" | "crowded" | "offline" | "failed" }
  | { kind: "locked"; minutes: number };

async function csrfToken(): Promise<string> {
  const answer = await fetch("/api/auth/csrf", { cache: "no-store" });
  const { csrfToken: token }: { csrfToken: string } = await answer.json();
  return token;
}

function post(path: string, fields: Record<string, string>): Promise<Response> {
  return fetch(path, { method: "POST", body: new URLSearchParams({ ...fields, json: "true" }) });
}

/** Asks the server to sign in; the cookie comes with its answer. */
export async function signIn(name: string, password: string): Promise<SignInAnswer> {
  try {
    const answer = await post("/api/auth/callback/credentials", {
      csrfToken: await csrfToken(),
      name,
      password,
    });
    if (answer.ok) return { kind: "in" };
    if (answer.status !== 401) return { kind: "failed" };
    const { url }: { url: string } = await answer.json();
    return answerOf(new URL(url).searchParams.get("error") ?? "");
  } catch {
    return { kind: "offline" };
  }
}

function answerOf(code: string): SignInAnswer {
  const [name, minutes] = code.split(":");
  if (name === "CredentialsSignin") return { kind: "refused" };
  if (name === "locked") return { kind: "locked", minutes: Number(minutes) };
  return { kind: name === "tooManyAtOnce" ? "crowded" : "failed" };
}

/** The address of the identity provider, where signing in goes on; null when it cannot be reached. */
export async function providerAddress(next: string): Promise<string | null> {
  try {
    const fields = { csrfToken: await csrfToken(), callbackUrl: next };
    const { url }: { url: string } = await (await post("/api/auth/signin/oidc", fields)).json();
    return url;
  } catch {
    return null;
  }
}
