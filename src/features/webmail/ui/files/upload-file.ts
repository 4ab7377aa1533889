import type { FailureKey } from "~/lib/errors";
import type { StagedFile } from "../../schema/files";

/** Waits before the second, third and fourth attempt; milliseconds. */
const waits = [500, 2000, 6000];

/** Shaped as what procedures fail with, so that one function words both; without a failure the server was not reached. */
export class UploadError extends Error {
  constructor(readonly data: { failure: { key: FailureKey; max?: number } } | undefined) {
    super(data?.failure.key ?? "offline");
  }
}

export type UploadOptions = {
  /** From 0 to 1. */
  onProgress: (progress: number) => void;
  signal: AbortSignal;
};

/**
 * Puts a file where it waits for its message, and tells how far it is, which `fetch` cannot. Tries again while the server is away; rejects with
 * `UploadError`, or with the signal's reason.
 */
export async function uploadFile(file: File, options: UploadOptions): Promise<StagedFile> {
  for (let attempt = 0; ; attempt++)
    try {
      return await attemptUpload(file, options);
    } catch (error) {
      options.signal.throwIfAborted();
      const isAway = error instanceof UploadError && error.data === undefined;
      if (!isAway || attempt >= waits.length) throw error;
      options.onProgress(0);
      await pause(waits[attempt]!, options.signal);
    }
}

function attemptUpload(file: File, { onProgress, signal }: UploadOptions): Promise<StagedFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    const end = (settle: () => void) => {
      signal.removeEventListener("abort", abort);
      settle();
    };
    const query = new URLSearchParams({ name: file.name.slice(0, 1000), type: file.type.slice(0, 200) });
    request.open("POST", `/mail/files?${query}`);
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => total > 0 && onProgress(loaded / total);
    request.onload = () =>
      end(() => (request.status === 201 ? resolve(request.response as StagedFile) : reject(failureOf(request))));
    request.onerror = () => end(() => reject(new UploadError(undefined)));
    request.onabort = () => end(() => reject(signal.reason as Error));
    signal.addEventListener("abort", abort);
    request.send(file);
  });
}

function failureOf({ status, response }: XMLHttpRequest): UploadError {
  const error = (response as { error?: { key?: FailureKey; max?: number } } | null)?.error;
  const isOurs = error?.key !== undefined && status < 500;
  return new UploadError(
    isOurs ? { failure: { key: error.key!, ...(error.max ? { max: error.max } : {}) } } : undefined,
  );
}

const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => (clearTimeout(timer), reject(signal.reason as Error)), { once: true });
  });
