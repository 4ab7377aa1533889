import { z } from "zod";
import type { Submission } from "../mail-submissions.ts";

const DeliveryStatus = z.object({ smtpReply: z.string().catch(""), delivered: z.string().catch("unknown") });

/** EmailSubmission (RFC 8621 section 7), with what is known of each recipient as a list. */
export const SubmissionObject = z
  .object({
    id: z.string(),
    emailId: z.string().optional(),
    threadId: z.string().optional(),
    sendAt: z.string(),
    undoStatus: z.string().catch("final"),
    deliveryStatus: z.record(z.string(), DeliveryStatus).nullish().catch(null),
  })
  .transform(({ deliveryStatus, ...submission }) => ({
    ...submission,
    recipients: Object.entries(deliveryStatus ?? {}).map(([email, status]) => ({ email, ...status })),
  }));

type Known = Pick<z.infer<typeof SubmissionObject>, "id" | "sendAt" | "recipients">;

/** True when no recipient was accepted: such a submission is created all the same, and nothing is sent. */
export const isRefused = ({ recipients }: Pick<Known, "recipients">) =>
  recipients.length > 0 && recipients.every(({ delivered }) => delivered === "no");

export function toSubmission({ id, sendAt, recipients }: Known, email: { id: string; threadId?: unknown }): Submission {
  return {
    submissionId: id,
    emailId: email.id,
    threadId: String(email.threadId ?? ""),
    sendAt,
    refused: recipients
      .filter(({ delivered }) => delivered === "no")
      .map((recipient) => ({ email: recipient.email, smtpReply: recipient.smtpReply })),
  };
}
