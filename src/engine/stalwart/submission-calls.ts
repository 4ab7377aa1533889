import type { OutgoingMessage } from "../mail-submissions.ts";
import { toEmail } from "./email-object.ts";
import type { Calls } from "./jmap-client.ts";

/** What a server holds back at most by default; it may say that it can do more. */
const longestHoldSeconds = 604_800;

type Envelope = Pick<OutgoingMessage, "from" | "to" | "cc" | "bcc" | "holdSeconds" | "sender">;

/** Draft, submission, filing under Sent and the recipients' fate, in one request (RFC 8621 sections 4.6 and 7.5). */
export const sendCalls = (message: OutgoingMessage, draftsId: string, sentId: string): Calls => ({
  draft: ["Email/set", { create: { message: toEmail(message, draftsId) } }],
  ...submitCalls({ emailId: "#message", identityId: message.identityId, envelope: message, sentId }),
});

/** The same without the draft, which is there. */
export const submitCalls = (submission: {
  emailId: string;
  identityId: string;
  envelope: Envelope;
  sentId: string;
}): Calls => ({
  submit: [
    "EmailSubmission/set",
    {
      create: {
        submission: {
          ...{ emailId: submission.emailId, identityId: submission.identityId },
          envelope: toEnvelope(submission.envelope),
        },
      },
      onSuccessUpdateEmail: { "#submission": filedUnder(submission.sentId) },
    },
  ],
  status: ["EmailSubmission/get", { ids: ["#submission"], properties: submissionProperties }],
});

export const submissionProperties = ["id", "emailId", "threadId", "sendAt", "undoStatus", "deliveryStatus"];

/** The patch that turns a draft into a sent message. */
export const filedUnder = (mailboxId: string) => ({ mailboxIds: { [mailboxId]: true }, keywords: { $seen: true } });

/** The patch that makes it a draft again. */
export const draftIn = (mailboxId: string) => ({
  mailboxIds: { [mailboxId]: true },
  keywords: { $draft: true, $seen: true },
});

function toEnvelope({ from, sender = from.email, to, cc, bcc, holdSeconds }: Envelope) {
  const recipients = new Map([...to, ...cc, ...bcc].map(({ email }) => [email.toLowerCase(), { email }]));
  const hold = Math.min(Math.ceil(holdSeconds), longestHoldSeconds);
  // RFC 4865: the server's queue holds it, so that it leaves even if we do not live to see it.
  const parameters = hold > 0 ? { HOLDFOR: String(hold) } : null;
  return { mailFrom: { email: sender, parameters }, rcptTo: [...recipients.values()] };
}
