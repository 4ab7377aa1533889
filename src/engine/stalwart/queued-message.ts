import { z } from "zod";
import type { QueuedMessage, QueuedRecipient } from "../engine-directory.ts";

const Status = z
  .object({
    "@type": z.string(),
    responseCode: z.number().nullish(),
    responseEnhanced: z.string().nullish(),
    responseHostname: z.string().nullish(),
    responseMessage: z.string().nullish(),
    errorMessage: z.string().nullish(),
  })
  .loose();

const Recipient = z.object({
  retryCount: z.number().catch(0),
  retryDue: z.string().nullish(),
  expires: z.object({ "@type": z.string(), expiresAt: z.string().nullish() }).loose().nullish(),
  status: Status,
});

/** x:QueuedMessage, as far as the panel shows it. */
export const QueuedMessageObject = z.object({
  id: z.string(),
  returnPath: z.string(),
  createdAt: z.string(),
  size: z.number(),
  recipients: z.record(z.string(), Recipient),
});

const states: Record<string, QueuedRecipient["state"]> = {
  Scheduled: "scheduled",
  Completed: "delivered",
  TemporaryFailure: "deferred",
  PermanentFailure: "failed",
};

const orNull = (text: string | null | undefined) => text || null;

function toRecipient([address, recipient]: [string, z.infer<typeof Recipient>]): QueuedRecipient {
  const { status, retryCount, retryDue, expires } = recipient;
  const state = states[status["@type"]] ?? "scheduled";
  const isOver = state === "delivered" || state === "failed";
  return {
    address,
    state,
    attempts: retryCount,
    nextAttemptAt: isOver ? null : orNull(retryDue),
    expiresAt: orNull(expires?.expiresAt),
    code: status.responseCode ?? null,
    enhancedCode: orNull(status.responseEnhanced),
    reply: orNull(status.responseMessage) ?? orNull(status.errorMessage),
    host: orNull(status.responseHostname),
  };
}

export const toQueuedMessage = (message: z.infer<typeof QueuedMessageObject>): QueuedMessage => ({
  queueId: message.id,
  // A null sender is written as it stands in SMTP.
  sender: message.returnPath === "<>" ? "" : message.returnPath,
  createdAt: message.createdAt,
  size: message.size,
  recipients: Object.entries(message.recipients).map(toRecipient),
});
