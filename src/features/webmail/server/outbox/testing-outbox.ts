import { eq } from "drizzle-orm";
import { submissions } from "../../../../../db/schema";
import type { Database } from "../../../../../db/client";
import { SendMessage, type SendMessageInput } from "../../schema/sending";

/** A message as the composer asks for it, to be sent once. */
export const newMessage = (to: string, more: Partial<SendMessageInput> = {}): SendMessage =>
  SendMessage.parse({ idempotencyKey: crypto.randomUUID(), to: [to], subject: "Engines", text: "Hello.", ...more });

export const inHours = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();

/** As if the process had ended before it could store the end of a send, some minutes ago. */
export const forgetEnd = async (owner: Database, idempotencyKey: string | undefined, minutes = 10): Promise<void> => {
  const at = new Date(Date.now() - minutes * 60_000);
  await owner
    .update(submissions)
    .set({ state: "sending", settledAt: at, createdAt: at, engineSubmissionId: null, emailId: null, sendAt: null })
    .where(eq(submissions.idempotencyKey, idempotencyKey ?? ""));
};

export const rowOf = async (owner: Database, idempotencyKey: string | undefined) =>
  (
    await owner
      .select()
      .from(submissions)
      .where(eq(submissions.idempotencyKey, idempotencyKey ?? ""))
  )[0]!;
