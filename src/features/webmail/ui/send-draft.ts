import { failureKeyOf } from "~/features/auth/ui/failure-key";
import type { SendMessage, Sent } from "../schema";
import type { Draft } from "./answer-draft";
import { sendMessage } from "./queries";
import { readRecipients } from "./recipients";

/** How an attempt ended; `draft` is what to go on with: the same key for the same words, so that nothing is ever sent twice. */
export type Attempt = { draft: Draft; sent: Sent } | { draft: Draft; error: unknown };

/**
 * Sends a draft. While its outcome is not certain the same words keep their key, and the server looks the message up instead of sending
 * it again; other words, and anything after a certain refusal, are a new message.
 */
export async function sendDraft(draft: Draft): Promise<Attempt> {
  const message: Omit<SendMessage, "idempotencyKey"> = {
    ...{ to: readRecipients(draft.to).emails, cc: readRecipients(draft.cc).emails },
    ...{ bcc: readRecipients(draft.bcc).emails, subject: draft.subject, text: draft.text },
    ...(draft.replyToId ? { replyToId: draft.replyToId } : {}),
  };
  const words = JSON.stringify(message);
  const isOther = draft.attempted !== undefined && draft.attempted !== words;
  const idempotencyKey = isOther ? crypto.randomUUID() : draft.idempotencyKey;
  const tried = { ...draft, idempotencyKey, attempted: words };
  try {
    return { draft: tried, sent: await sendMessage({ ...message, idempotencyKey }) };
  } catch (error) {
    if (failureKeyOf(error) !== "submission.refused") return { draft: tried, error };
    return { draft: { ...draft, idempotencyKey: crypto.randomUUID(), attempted: undefined }, error };
  }
}
