import { z } from "zod";
import { headerText } from "~/lib/single-line";

const id = z.string().min(1).max(255);
/** Whatever RFC 5322 lets stand before the @ without quotes: lists and programs write from such addresses. */
const email = z.email({ pattern: z.regexes.html5Email }).max(254);

/** An address alone, or with the name that goes with it. */
export const Recipient = z.union([email, z.strictObject({ name: headerText().max(200).nullable(), email })]);
export type Recipient = z.infer<typeof Recipient>;

/** A file of a message: one that was uploaded for it, or one that another message carries. */
export const OutgoingFile = z.union([
  z.strictObject({
    fileId: z.uuid(),
    /** Content-ID without angle brackets, where the HTML shows it. */ cid: z.string().max(200).optional(),
  }),
  z.strictObject({
    messageId: id,
    /** Without it the whole message, as message/rfc822. */
    blobId: id.optional(),
    cid: z.string().max(200).optional(),
  }),
]);
export type OutgoingFile = z.infer<typeof OutgoingFile>;

const recipients = z.array(Recipient).max(100);

/** What a message says, whether it is kept as a draft or sent. */
export const OutgoingContent = z.strictObject({
  /** One of the own addresses; absent: the mailbox's. */
  from: email.optional(),
  to: recipients,
  cc: recipients.default([]),
  bcc: recipients.default([]),
  subject: headerText().max(998),
  text: z.string().max(1_000_000),
  /** Absent for a message in plain text. */
  html: z.string().max(2_000_000).optional(),
  files: z.array(OutgoingFile).max(100).default([]),
  /** JMAP id of the message that is answered. */
  replyToId: id.optional(),
  /** JMAP id of the message that is forwarded. */
  forwardOfId: id.optional(),
});
export type OutgoingContent = z.infer<typeof OutgoingContent>;
