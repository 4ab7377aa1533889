import { z } from "zod";
import { createGate } from "../../lib/gate.ts";
import { EngineError } from "../engine-error.ts";
import { type EngineLog, logFailure } from "./engine-log.ts";
import { pinnedUrl } from "./pinned-url.ts";
import { Busy, retryBusy } from "./retry-busy.ts";

/** `keepalive` is Bun's switch for its connection pool, not the browser's. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export type HttpRequest = {
  method: "GET" | "POST";
  /** As the server named it: an absolute URL, or a path. */
  url: string;
  headers?: Record<string, string>;
  body?: BodyInit;
  timeoutMs: number;
  /** Repeating it would not be harmless: a lost reply is `unknownOutcome`. */
  once?: boolean;
};

/** Sends a request as one credential and hands a successful response to `read`. Rejects with `EngineError` only. */
export type Http = <T>(request: HttpRequest, read: (response: Response) => Promise<T>) => Promise<T>;

/** Stalwart admits 4 at a time per account; the fourth place is for the mailbox user's other programs. */
const callsInFlight = 3;
const longestRedirectChain = 3;

/** `authorization` is the whole header value; it appears in no failure and no log line. */
export type Connection = { baseUrl: string; authorization: string; fetch: Fetch; log?: EngineLog };

export function createHttp(connection: Connection): Http {
  const admit = createGate(callsInFlight);
  return async (request, read) => {
    const begun = performance.now();
    try {
      return await retryBusy(() => admit(() => exchange(connection, request, read)));
    } catch (error) {
      if (error instanceof EngineError) logFailure(connection.log, error, request, performance.now() - begun);
      throw error;
    }
  };
}

/** One attempt, without waiting for a place: event streams stay open and must not hold one. */
export async function exchange<T>(
  { baseUrl, authorization, fetch }: Connection,
  { method, url, headers, body, timeoutMs, once }: HttpRequest,
  read: (response: Response) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(new Error(`no reply within ${timeoutMs} ms`)), timeoutMs);
  const init: RequestInit = {
    method,
    body,
    // `identity`: a compressing hop that keeps the old Content-Length would cut what we read.
    headers: { ...headers, authorization, "accept-encoding": "identity" },
    redirect: "manual",
    signal: signal ? AbortSignal.any([signal, timeout.signal]) : timeout.signal,
    // A connection of its own: when a pooled one proves dead, an HTTP client may repeat the request unasked.
    ...(once ? { keepalive: false } : {}),
  };
  try {
    let response = await fetch(pinnedUrl(baseUrl, url), init);
    for (let hops = 0; response.status >= 300 && response.status < 400; hops++) {
      const location = response.headers.get("location");
      if (!location || hops === longestRedirectChain)
        throw new EngineError("unavailable", `redirect ${response.status}`);
      response = await fetch(pinnedUrl(baseUrl, location), init);
    }
    if (!response.ok) throw await failureOf(response, once ?? false);
    return await read(response);
  } catch (error) {
    if (error instanceof EngineError || error instanceof Busy) throw error;
    const detail = timeout.signal.aborted ? String(timeout.signal.reason) : describe(error);
    throw new EngineError(once && !neverLeft(error) ? "unknownOutcome" : "unavailable", detail);
  } finally {
    clearTimeout(timer);
  }
}

const Problem = z.object({
  type: z.string().catch("about:blank"),
  title: z.string().catch(""),
  detail: z.string().catch(""),
  limit: z.string().optional().catch(undefined),
});

/** RFC 7807 problem documents of Stalwart (RFC 8620 section 3.6.1) and of proxies that know nothing of JMAP. */
async function failureOf(response: Response, once: boolean): Promise<EngineError | Busy> {
  const { status } = response;
  const text = (await response.text().catch(() => "")).slice(0, 10_000);
  const problem = Problem.safeParse(parsed(text)).data;
  const detail =
    `HTTP ${status} ${problem?.type ?? ""} ${problem?.limit ?? ""} ${problem?.detail || problem?.title || ""}`.trim();
  if (status === 401 || status === 402) return new EngineError("unauthorized", detail);
  if (status === 404 || status === 410) return new EngineError("notFound", detail);
  if (status === 429) return new Busy(detail, retryAfterMs(response));
  if (status === 400 && problem?.limit?.startsWith("maxConcurrent")) return new Busy(detail);
  // A gateway answers 502, 503 and 504 also when the server behind it had begun.
  if (status >= 500 && once) return new EngineError("unknownOutcome", detail);
  if (status === 503) return new Busy(detail, retryAfterMs(response));
  return new EngineError(status >= 500 ? "unavailable" : "refused", detail);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

const retryAfterMs = (response: Response) => (Number(response.headers.get("retry-after")) || 0) * 1000;

/** True when no byte of the request can have reached a server, as Bun and Node name it. */
const neverLeft = (error: unknown) =>
  ["ConnectionRefused", "ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "FailedToOpenSocket"].includes(codeOf(error));

const codeOf = (error: unknown) =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";

/** The HTTP client's messages may quote the URL, never headers. */
const describe = (error: unknown) => (error instanceof Error ? `${codeOf(error)} ${error.message}`.trim() : "failed");
