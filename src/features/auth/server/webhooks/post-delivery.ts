import { inOrder, type WebhookBody } from "~/lib/webhook-events";
import type { Services } from "~/server/services";
import { GuardError } from "~/server/guarded-fetch/guard-error";
import { guardedFetch } from "~/server/guarded-fetch/guarded-fetch";
import { targetRulesOf } from "~/server/guarded-fetch/target-rules";
import { signatureHeaders } from "./webhook-secret";

/** How one attempt went. */
export type Attempt = {
  isDelivered: boolean;
  /** The receiver says that nobody will ever listen there again. */
  isGone: boolean;
  responseStatus: number | null;
  /** The beginning of the answer, or why there was none: text of a stranger, to be shown as text only. */
  response: string;
  durationMs: number;
  /** How long the receiver asks us to wait. */
  waitMs?: number;
};

export const attemptMs = 15_000;
const excerptBytes = 2000;

/** Posts one event to its webhook, signed by the Standard Webhooks specification. Never rejects for what lies at the receiver. */
export async function postDelivery(
  { platform, secretBox, now }: Services,
  webhook: { id: string; url: string; sealedSecret: string },
  delivery: { eventId: string; payload: unknown },
): Promise<Attempt> {
  const body = JSON.stringify(inOrder(delivery.payload as WebhookBody));
  const signature = signatureHeaders(secretBox, webhook, { eventId: delivery.eventId, body, now: now() });
  const headers = { "content-type": "application/json", "user-agent": "DeftMail-Webhooks/1", ...signature };
  const started = performance.now();
  const took = () => Math.round(performance.now() - started);
  try {
    const rules = targetRulesOf(platform);
    const request = { method: "POST", headers, body, timeoutMs: attemptMs, maxBytes: excerptBytes } as const;
    const answer = await guardedFetch(webhook.url, rules, request);
    const { status } = answer;
    return {
      ...{ isDelivered: status >= 200 && status < 300, isGone: status === 410, responseStatus: status },
      ...{ response: readable(answer.body), durationMs: took(), waitMs: waitOf(answer.headers["retry-after"]) },
    };
  } catch (error) {
    if (!(error instanceof GuardError)) throw error;
    const failed = { isDelivered: false, isGone: false, responseStatus: null };
    return { ...failed, response: error.message, durationMs: took() };
  }
}

/** What a text column can hold: U+0000 is the one character that it cannot. */
const readable = (bytes: Buffer): string =>
  new TextDecoder().decode(bytes).replaceAll("\0", "\u{fffd}").slice(0, excerptBytes);

/** RFC 9110 section 10.2.3, in seconds; a date is not heeded. */
const waitOf = (header: string | undefined): number | undefined =>
  header && /^\d{1,6}$/.test(header) ? Number(header) * 1000 : undefined;
