import type { Message } from "~/engine/mail-objects";

/** As many as name a long thread; a header with thousands is a trap that would stop the answer. */
const most = 100;

/** What an answer to `answered` refers to (RFC 5322 section 3.6.4): the beginning of the thread, then the newest of it, the answered one last. */
export function answerReferences(answered: Pick<Message, "references" | "messageId"> | null): string[] {
  if (!answered) return [];
  const all = [...answered.references, ...(answered.messageId ? [answered.messageId] : [])];
  return all.length > most ? [all[0]!, ...all.slice(1 - most)] : all;
}
