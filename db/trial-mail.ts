import { z } from "zod";
import mail from "./trial-mail.json";

const Message = z.strictObject({
  /** Messages that share a thread answer one another in order. */
  thread: z.string(),
  from: z.tuple([z.string(), z.email()]),
  subject: z.string(),
  text: z.string(),
  html: z.string().optional(),
  daysAgo: z.int().min(0),
  /** Hour and minute, local to the reader: 9.5 is half past nine. */
  at: z.number().min(0).lt(24),
  unread: z.boolean().optional(),
  flagged: z.boolean().optional(),
  /** Written by the mailbox's owner: filed under Sent. */
  sent: z.boolean().optional(),
  attachment: z.strictObject({ name: z.string(), type: z.string(), content: z.string() }).optional(),
});
export type TrialMessage = z.infer<typeof Message>;

/** The mail of the trial's first mailbox: what a small studio gets in a week. */
export const trialMail: TrialMessage[] = z.array(Message).parse(mail);
