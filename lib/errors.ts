/** The four expected errors; every other error is a bug. The door turns each into one problem answer. */

/** A rule says no. `code` is a key of the message file `refusals`. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    readonly detail: Record<string, string | number> = {},
  ) {
    super(code);
  }
}

/** It does not exist, or this person may not know that it does. */
export class NotFound extends Error {}

/** The person may see it and may not do this to it. */
export class Forbidden extends Error {
  constructor(readonly action: string) {
    super(action);
  }
}

/** Somebody else was faster: `current` is what stands now, `yours` the version that was sent. */
export class Stale extends Error {
  constructor(
    readonly current: Record<string, unknown>,
    readonly yours: number,
  ) {
    super("stale");
  }
}

/** Stops a command when its rule refuses; null means go on. */
export function refuse(code: string | null, detail?: Record<string, string | number>): void {
  if (code !== null) throw new Refused(code, detail);
}
