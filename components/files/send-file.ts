import { noteSession } from "@/components/data/session";

/** What the server answers for a file that it keeps. */
export type Kept = { ticket: string; name: string; size: number; mime: string; hasThumb: boolean };

/** A file that was not kept: the server's own sentence, or null when nothing readable came back. */
export class SendFailed extends Error {
  constructor(
    readonly title: string | null,
    /** False when the file itself is at fault, so that sending it again changes nothing. */
    readonly canRetry: boolean,
  ) {
    super(title ?? "no answer");
  }
}

export type SendFile = (
  file: File,
  name: string,
  onProgress: (ratio: number) => void,
  signal: AbortSignal,
) => Promise<Kept>;

const THE_FILES_OWN_FAULT = [400, 413, 415];

/** Sends one file as the bare body. XMLHttpRequest, because fetch tells nothing about the way up. */
export const sendFile: SendFile = (file, name, onProgress, signal) =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/api/files");
    request.setRequestHeader("content-type", "application/octet-stream");
    request.setRequestHeader("x-file-name", encodeURIComponent(name.toWellFormed?.() ?? name));
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.upload.onload = () => onProgress(1);
    request.onerror = () => reject(new SendFailed(null, true));
    request.onabort = () => reject(new SendFailed(null, true));
    request.onload = () => {
      noteSession(request.status !== 401);
      const said = parse(request.responseText);
      if (request.status === 200 && said?.ticket) resolve(said as Kept);
      else reject(new SendFailed(said?.title ?? null, !THE_FILES_OWN_FAULT.includes(request.status)));
    };
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });

function parse(text: string): (Partial<Kept> & { title?: string }) | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
