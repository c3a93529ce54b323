/** Why an upload is not kept; the words of each stand in the message file `files` under `refused`. */
export const UPLOAD_REFUSALS = {
  nameMissing: 400,
  empty: 400,
  cutShort: 400,
  tooSlow: 408,
  tooLarge: 413,
  kind: 415,
  tooMany: 429,
  diskFull: 503,
} as const;
export type UploadRefusal = keyof typeof UPLOAD_REFUSALS;

export class UploadRefused extends Error {
  readonly status: number;

  constructor(
    readonly code: UploadRefusal,
    readonly detail: Record<string, string | number> = {},
  ) {
    super(code);
    this.status = UPLOAD_REFUSALS[code];
  }
}
