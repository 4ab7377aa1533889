import { encodeId } from "../ids";
import { type Envelope, type Principal, type RecipientStatus, SubmissionRefused, type Submitted } from "../seams";
import { readFutureRelease } from "./future-release";
import { mailDate } from "./mail-date";
import { newRecipient } from "./new-recipient";
import { createQueueNumber } from "./queue-id";
import { pretendsToBeOurs } from "./pretends-to-be-ours";
import { type QueueContext, queueDefaults } from "./queue-options";
import type { QueueStore, QueuedRecipient } from "./queue-store";
import { signMessage } from "./sign-message";
import { fieldValues, withCrLf, withFields, withoutFields } from "./raw-message";

const address = /^[^\s<>()[\]\\,;:"@]{1,64}@[^\s<>()\\,;:"@]{1,253}$/;

export type Submission = {
  principal: Principal;
  envelope: Envelope;
  raw: Uint8Array;
  /** How it came: `ESMTPSA` from a mail program, `HTTP` from JMAP. */
  protocol?: string;
  remoteIp?: string;
};

const answers: Record<string, RecipientStatus> = {
  accepted: { smtpReply: "250 2.1.5 Queued", delivered: "queued", displayed: "unknown" },
  unknown: { smtpReply: "550 5.1.1 Mailbox does not exist.", delivered: "no", displayed: "unknown" },
  refused: { smtpReply: "550 5.5.0 This mailbox does not accept messages.", delivered: "no", displayed: "unknown" },
  throttled: { smtpReply: "452 4.4.5 Rate limit exceeded, try again later.", delivered: "no", displayed: "unknown" },
  invalid: { smtpReply: "553 5.1.3 Not a valid address.", delivered: "no", displayed: "unknown" },
};

const parameter = (parameters: Record<string, string | null> | null, name: string): string | null =>
  Object.entries(parameters ?? {}).find(([key]) => key.toUpperCase() === name)?.[1] ?? null;

/** The message as it is kept: CRLF, no Bcc, with the fields that a submission server adds (RFC 6409 section 8). */
function prepare(
  { raw, protocol = "HTTP", remoteIp = "127.0.0.1" }: Submission,
  id: string,
  { hostname, now }: QueueContext,
): Uint8Array {
  const isForged = pretendsToBeOurs(hostname);
  const isUnwanted = (name: string, value: string) => name === "bcc" || name === "return-path" || isForged(name, value);
  const clean = withoutFields(withCrLf(raw), isUnwanted);
  const date = mailDate(now());
  const missing = [
    fieldValues(clean, "date").length === 0 ? `Date: ${date}\r\n` : "",
    fieldValues(clean, "message-id").length === 0 ? `Message-ID: <${id}@${hostname}>\r\n` : "",
  ];
  return withFields(
    clean,
    `Authentication-Results: ${hostname}; none\r\nReceived: from [${remoteIp}]\r\n\tby ${hostname} with ${protocol} id ${id};\r\n\t${date}\r\n${missing.join("")}`,
  );
}

function checkSender(submission: Submission, { directory, maxMessageSize }: QueueContext): string {
  const { principal, envelope, raw, protocol } = submission;
  const from = envelope.mailFrom.email.toLowerCase();
  const own = [directory.findAccount(principal.accountId), ...directory.groupsOf(principal.accountId)];
  if (!own.some((account) => account?.addresses.includes(from)))
    throw new SubmissionRefused("forbiddenMailFrom", "550 5.7.1 This address is not one of yours.");
  // Over SMTP it was counted at MAIL.
  if (protocol === undefined && !directory.admit({ accountId: principal.accountId, sender: from }))
    throw new SubmissionRefused("forbiddenMailFrom", "452 4.4.5 Rate limit exceeded, try again later.");
  if (raw.byteLength > maxMessageSize)
    throw new SubmissionRefused("tooLarge", `The message is larger than ${maxMessageSize} bytes.`);
  if (envelope.rcptTo.length === 0) throw new SubmissionRefused("noRecipients", "There is no recipient.");
  if (envelope.rcptTo.length > queueDefaults.maxRecipients)
    throw new SubmissionRefused("tooManyRecipients", `At most ${queueDefaults.maxRecipients} recipients are allowed.`);
  return from;
}

/**
 * Checks an authenticated submission and puts it on disk, signed already unless it is held: keys may change until a held one leaves.
 * Throws `SubmissionRefused`; recipients are refused one by one.
 */
export async function submitMessage(
  submission: Submission,
  context: QueueContext,
  queue: QueueStore,
): Promise<Submitted> {
  const { envelope, principal } = submission;
  const { directory, emit, expireAfter } = context;
  const now = context.now();
  const from = checkSender(submission, context);
  const sendAt = readFutureRelease(envelope.mailFrom.parameters, now);
  const number = createQueueNumber(now);
  const id = encodeId(number);

  // Over SMTP each was counted at RCPT.
  const mayHave = (recipient: string) =>
    submission.protocol !== undefined || directory.admit({ accountId: principal.accountId, sender: from, recipient });
  const recipients: Record<string, RecipientStatus> = {};
  const rows: QueuedRecipient[] = [];
  const expires = sendAt.getTime() + expireAfter;
  for (const { email, parameters } of envelope.rcptTo) {
    const kind = address.test(email) ? directory.resolveRecipient(email).kind : "invalid";
    const isGood = kind === "local" || kind === "remote";
    const found = isGood && !mayHave(email) ? "throttled" : kind;
    const answer = answers[found] ?? (answers.accepted as RecipientStatus);
    recipients[email] = answer;
    if (answer !== answers.accepted) continue;
    const notify = (parameter(parameters, "NOTIFY") ?? "").toUpperCase();
    const at = email.lastIndexOf("@");
    const normal = email.slice(0, at) + email.slice(at).toLowerCase();
    rows.push(newRecipient(normal, sendAt.getTime(), expires, notify));
  }
  if (rows.length === 0) return { queueId: id, recipients, accepted: false, sendAt };

  const isHeld = sendAt > now;
  const prepared = prepare(submission, id, context);
  const raw = isHeld ? prepared : await signMessage(prepared, from, directory, now);
  queue.insert({
    id,
    returnPath: from,
    accountId: principal.accountId,
    envId: parameter(envelope.mailFrom.parameters, "ENVID"),
    createdAt: now.getTime(),
    size: raw.byteLength,
    receivedFromIp: submission.remoteIp ?? "127.0.0.1",
    needsSignature: isHeld ? 1 : 0,
    raw,
    recipients: rows,
  });
  emit({
    type: "queue.authenticated-message-queued",
    createdAt: now,
    data: {
      queueId: number,
      from,
      to: rows.map((row) => row.address),
      size: raw.byteLength,
      nextRetry: sendAt,
      expires: new Date(expires),
    },
  });
  return { queueId: id, recipients, accepted: true, sendAt };
}
