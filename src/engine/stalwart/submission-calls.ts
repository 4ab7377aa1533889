import type { OutgoingMessage } from "../mail-engine.ts";
import type { Calls } from "./jmap-client.ts";

/** What a server holds back at most by default; it may say that it can do more. */
const longestHoldSeconds = 604_800;

/** Draft, submission, filing under Sent and the recipients' fate, in one request (RFC 8621 sections 4.6 and 7.5). */
export function sendCalls(message: OutgoingMessage, draftsId: string, sentId: string): Calls {
  return {
    draft: ["Email/set", { create: { message: toEmail(message, draftsId) } }],
    submit: [
      "EmailSubmission/set",
      {
        create: { submission: { emailId: "#message", identityId: message.identityId, envelope: toEnvelope(message) } },
        onSuccessUpdateEmail: { "#submission": filedUnder(sentId) },
      },
    ],
    status: ["EmailSubmission/get", { ids: ["#submission"], properties: submissionProperties }],
  };
}

export const submissionProperties = ["id", "emailId", "threadId", "sendAt", "undoStatus", "deliveryStatus"];

/** The patch that turns a draft into a sent message. */
export const filedUnder = (mailboxId: string) => ({ mailboxIds: { [mailboxId]: true }, keywords: { $seen: true } });

/** The patch that makes it a draft again. */
export const draftIn = (mailboxId: string) => ({
  mailboxIds: { [mailboxId]: true },
  keywords: { $draft: true, $seen: true },
});

function toEmail(message: OutgoingMessage, draftsId: string) {
  const { from, to, cc, bcc, subject, text, html, messageId, inReplyTo, references, attachments } = message;
  return {
    mailboxIds: { [draftsId]: true },
    keywords: { $draft: true, $seen: true },
    from: [from],
    to,
    ...(cc.length ? { cc } : {}),
    // Kept in the copy under Sent; the server leaves it out of what it sends.
    ...(bcc.length ? { bcc } : {}),
    subject,
    messageId: [messageId],
    ...(inReplyTo.length ? { inReplyTo } : {}),
    ...(references.length ? { references } : {}),
    bodyValues: { text: { value: text }, ...(html === null ? {} : { html: { value: html } }) },
    textBody: [{ partId: "text", type: "text/plain" }],
    ...(html === null ? {} : { htmlBody: [{ partId: "html", type: "text/html" }] }),
    ...(attachments.length
      ? {
          attachments: attachments.map(({ blobId, name, type }) => ({ blobId, name, type, disposition: "attachment" })),
        }
      : {}),
  };
}

function toEnvelope({ from, to, cc, bcc, holdSeconds }: OutgoingMessage) {
  const recipients = new Map([...to, ...cc, ...bcc].map(({ email }) => [email.toLowerCase(), { email }]));
  const hold = Math.min(Math.ceil(holdSeconds), longestHoldSeconds);
  // RFC 4865: the server's queue holds it, so that it leaves even if we do not live to see it.
  const parameters = hold > 0 ? { HOLDFOR: String(hold) } : null;
  return { mailFrom: { email: from.email, parameters }, rcptTo: [...recipients.values()] };
}
