import { findTarget } from "./find-target";
import { GuardError } from "./guard-error";
import { type GuardedResponse, type Outgoing, sendRequest } from "./send-request";
import type { TargetRules } from "./target-rules";

export type GuardedRequest = {
  method?: Outgoing["method"];
  headers?: Record<string, string>;
  body?: string;
  /** From the first question to DNS to the last octet that is read. */
  timeoutMs?: number;
  connectTimeoutMs?: number;
  maxBytes?: number;
  /** Only a GET is ever sent on; each hop is judged like the first. */
  maxRedirects?: number;
  trusted?: string;
};

const redirects = new Set([301, 302, 303, 307, 308]);

/**
 * Calls a URL that somebody outside chose, such as a tenant: resolves its name with our own DNS client, refuses every address that is not
 * public, and connects to the very addresses that were checked, so that an answer of DNS that changes a moment later changes nothing.
 * No proxy, no cookies, no credentials; redirects are answers like others unless asked for. Throws `GuardError`.
 */
export async function guardedFetch(
  url: string,
  rules: TargetRules,
  { timeoutMs = 15_000, maxRedirects = 0, ...request }: GuardedRequest = {},
): Promise<GuardedResponse> {
  const outgoing = { method: "GET", headers: {}, maxBytes: 65_536, connectTimeoutMs: 5000, ...request } as const;
  const signal = AbortSignal.timeout(timeoutMs);
  let next = url;
  for (let hop = 0; ; hop++) {
    const target = await inTime(findTarget(next, rules), signal);
    const response = await sendRequest(target, outgoing, signal);
    const location = redirects.has(response.status) ? response.headers["location"] : undefined;
    if (maxRedirects === 0 || outgoing.method !== "GET" || !location) return response;
    if (hop === maxRedirects) throw new GuardError("redirects", "too many redirects");
    if (!URL.canParse(location, target.url)) throw new GuardError("url", "redirected to what is no address");
    next = new URL(location, target.url).href;
  }
}

function inTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const late = new Promise<never>((_, reject) => {
    const refuse = () => reject(new GuardError("timeout", "no answer in time"));
    if (signal.aborted) refuse();
    else signal.addEventListener("abort", refuse, { once: true });
  });
  return Promise.race([work, late]);
}
