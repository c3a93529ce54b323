/** A command that was not done: what the server said, or that it could not be reached (`status` 0, `code` "offline"). */
export class CommandProblem extends Error {
  readonly status: number;
  /** The key of the refusal, for programs. */
  readonly code: string;
  /** The sentence for people, in the reader's language. */
  readonly title: string;
  /** What is wrong with each field, by its path. */
  readonly fields: Record<string, string>;
  /** With the code "stale": what stands now instead. */
  readonly current: Record<string, unknown> | null;
  /** With the code "stale": the version that was sent. */
  readonly yours: unknown;

  constructor(
    said: { status: number; code: string; title: string } & Partial<
      Pick<CommandProblem, "fields" | "current" | "yours">
    >,
  ) {
    super(said.title);
    this.status = said.status;
    this.code = said.code;
    this.title = said.title;
    this.fields = said.fields ?? {};
    this.current = said.current ?? null;
    this.yours = said.yours ?? null;
  }

  /** Somebody else was faster; the caller shows both versions and keeps the text. */
  get isStale(): boolean {
    return this.status === 409 && this.code === "stale";
  }
}

/** The problem document of an answer; a proxy's error page has none and is told by its number. */
export async function problemOf(answer: Response, unreadable: string): Promise<CommandProblem> {
  const said: Partial<CommandProblem> | null = await answer.json().catch(() => null);
  const { code = "unexpected", title = unreadable, fields, current, yours } = said ?? {};
  return new CommandProblem({ status: answer.status, code, title, fields, current, yours });
}
