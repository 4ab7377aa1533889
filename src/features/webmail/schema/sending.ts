import { z } from "zod";
import { Instant } from "~/lib/instant";
import { OutgoingContent } from "./outgoing";

const id = z.string().min(1).max(255);

export const SendMessage = OutgoingContent.extend({
  /** Made when the composer opens: the same for every repetition of one click on Send. Programs send the header instead. */
  idempotencyKey: z.uuid().optional(),
  /** The stored draft that this message was: gone once it is under way. */
  draftId: id.optional(),
  /** When it shall leave, a week from now at most; absent: at once. */
  sendAt: Instant.optional(),
  /** How long it can be taken back: seconds, or what its writer has chosen in the webmail. Absent: not at all. */
  undoSeconds: z.union([z.int().min(0).max(60), z.literal("preferred")]).optional(),
}).refine(({ to, cc, bcc }) => to.length + cc.length + bcc.length > 0, {
  path: ["to"],
  message: "Name at least one recipient.",
});
export type SendMessage = z.infer<typeof SendMessage>;
/** As callers write it: what has a default may be left out. */
export type SendMessageInput = z.input<typeof SendMessage>;

export const Sent = z.strictObject({
  /** Names it in the outbox. */
  submissionId: z.uuid(),
  messageId: z.string(),
  /** Recipients that the mail server refused, each with its reply. */
  refused: z.array(z.strictObject({ email: z.string(), smtpReply: z.string() })),
  /** When it leaves, as the mail server says, which may be sooner than was asked for. */
  sendAt: Instant,
  /** For how many seconds from now it can be taken back. */
  undoSeconds: z.int(),
});
export type Sent = z.infer<typeof Sent>;
