import { randomBytes } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { z } from "zod";
import type { SecretBox } from "~/server/secret-box";

/** What is sealed: the secret, and after a rotation the one before it for as long as receivers may still know no other. */
const Sealed = z.object({
  secret: z.string(),
  previous: z.object({ secret: z.string(), until: z.coerce.date() }).optional(),
});

const overlapMs = 24 * 3_600_000;
const purposeOf = (webhookId: string) => `webhook:${webhookId}`;

/** 256 bits in the form of the Standard Webhooks specification. */
const makeSecret = (): string => `whsec_${randomBytes(32).toString("base64")}`;

/** A first secret: in the clear to be shown once, and sealed for the database. */
export function newSecret(box: SecretBox, webhookId: string): { secret: string; sealedSecret: string } {
  const secret = makeSecret();
  return { secret, sealedSecret: box.seal(JSON.stringify({ secret }), purposeOf(webhookId)) };
}

/** A new secret beside the old one, which signs too for a day: receivers change over without losing an event. */
export function rotatedSecret(box: SecretBox, webhookId: string, sealed: string, now: Date) {
  const old = Sealed.parse(JSON.parse(box.open(sealed, purposeOf(webhookId))));
  const secret = makeSecret();
  const previous = { secret: old.secret, until: new Date(now.getTime() + overlapMs) };
  return { secret, sealedSecret: box.seal(JSON.stringify({ secret, previous }), purposeOf(webhookId)) };
}

/** The headers of the Standard Webhooks specification for one attempt; one signature for each secret that holds. */
export function signatureHeaders(
  box: SecretBox,
  webhook: { id: string; sealedSecret: string },
  { eventId, body, now }: { eventId: string; body: string; now: Date },
): Record<string, string> {
  const { secret, previous } = Sealed.parse(JSON.parse(box.open(webhook.sealedSecret, purposeOf(webhook.id))));
  const secrets = previous && previous.until > now ? [secret, previous.secret] : [secret];
  return {
    "webhook-id": eventId,
    "webhook-timestamp": String(Math.floor(now.getTime() / 1000)),
    "webhook-signature": secrets.map((key) => new Webhook(key).sign(eventId, now, body)).join(" "),
  };
}
