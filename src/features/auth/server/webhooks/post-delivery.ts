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

/**
 * Posts one event to its webhook, signed by the Standard Webhooks specification. Never rejects: what fails on our side, such as a secret
 * that cannot be opened, is a failed attempt, too, and holds up no other delivery.
 */
export async function postDelivery(
  services: Services,
  webhook: { id: string; url: string; sealedSecret: string },
  delivery: { eventId: string; payload: unknown },
): Promise<Attempt> {
  const started = performance.now();
  const took = () => Math.round(performance.now() - started);
  try {
    const body = JSON.stringify(inOrder(delivery.payload as WebhookBody));
    const signed = { eventId: delivery.eventId, body, now: services.now() };
    const signature = signatureHeaders(services.secretBox, webhook, signed);
    const headers = { "content-type": "application/json", "user-agent": "DeftMail-Webhooks/1", ...signature };
    const rules = targetRulesOf(services.platform);
    const request = { method: "POST", headers, body, timeoutMs: attemptMs, maxBytes: excerptBytes } as const;
    const answer = await guardedFetch(webhook.url, rules, request);
    const { status } = answer;
    return {
      ...{ isDelivered: status >= 200 && status < 300, isGone: status === 410, responseStatus: status },
      ...{ response: readable(answer.body), durationMs: took(), waitMs: waitOf(answer.headers["retry-after"]) },
    };
  } catch (error) {
    const isTheirs = error instanceof GuardError;
    if (!isTheirs) services.log.error("an event could not be sent", { webhook_id: webhook.id, error });
    const failed = { isDelivered: false, isGone: false, responseStatus: null };
    return { ...failed, response: isTheirs ? error.message : "something went wrong on our side", durationMs: took() };
  }
}

/** What a text column can hold: U+0000 is the one character that it cannot. */
const readable = (bytes: Buffer): string =>
  new TextDecoder().decode(bytes).replaceAll("\0", "\u{fffd}").slice(0, excerptBytes);

/** RFC 9110 section 10.2.3, in seconds; a date is not heeded. */
const waitOf = (header: string | undefined): number | undefined =>
  header && /^\d{1,6}$/.test(header) ? Number(header) * 1000 : undefined;
