import { failureKeyOf } from "~/features/auth/ui/failure-key";
import type { SendMessageInput, Sent } from "../schema/sending";
import type { Draft } from "./composing/draft";
import { toContent } from "./composing/to-content";
import { sendMessage } from "./queries";

/** How an attempt ended; `draft` is what to go on with: the same key for the same words, so that nothing is ever sent twice. */
export type Attempt = { draft: Draft; sent: Sent } | { draft: Draft; error: unknown };

type Said = { data?: { failure?: { draftId?: string } } };

/** Certain: nothing of it left, or it was called back, so that the next attempt is another message. */
const isOver = (key: ReturnType<typeof failureKeyOf>) => key === "submission.refused" || key === "submission.cancelled";

/**
 * Sends a draft, which can be taken back for as long as its writer has chosen. While its outcome is not certain the same words keep their key, and the server looks
 * the message up instead of sending it again; other words, and anything after a certain refusal, are a new message.
 */
export async function sendDraft(draft: Draft): Promise<Attempt> {
  const message: SendMessageInput = { ...toContent(draft), ...(draft.sendAt ? { sendAt: draft.sendAt } : {}) };
  const words = JSON.stringify(message);
  const isOther = draft.attempted !== undefined && draft.attempted !== words;
  const idempotencyKey = isOther ? crypto.randomUUID() : draft.idempotencyKey;
  const tried = { ...draft, idempotencyKey, attempted: words };
  const draftId = draft.saved?.draftId;
  try {
    const undo = { undoSeconds: "preferred", ...(draftId ? { draftId } : {}) } as const;
    return { draft: tried, sent: await sendMessage({ ...message, ...undo, idempotencyKey }) };
  } catch (error) {
    if (!isOver(failureKeyOf(error))) return { draft: tried, error };
    return { draft: { ...draft, ...keptAs(error), idempotencyKey: crypto.randomUUID(), attempted: undefined }, error };
  }
}

/** The server keeps one draft of a message that it refused, also of one that was never saved before. */
function keptAs(error: unknown): Pick<Draft, "saved"> {
  const draftId = (error as Said | undefined)?.data?.failure?.draftId;
  return draftId ? { saved: { draftId, at: new Date().toISOString() } } : {};
}
