import { z } from "zod";
import { encodeId, rowId } from "../../ids";
import type { Envelope as HeaderEnvelope } from "../../mail/envelope";
import { readBlob, formatBlobId } from "../../mail/blobs";
import type { Envelope, MethodCall } from "../../seams";
import { findEmailRow } from "../email/email-view";
import { listIdentities } from "../identity/identities";
import type { Jmap } from "../jmap";
import { invalidProperties, SetError } from "../set-error";
import { resolveId } from "../set-objects";

const maxRecipients = 100;
const Parameters = z.record(
  z.string().regex(/^[A-Za-z0-9-]{1,30}$/),
  z
    .string()
    .max(500)
    .regex(/^[\x21-\x7e]*$/)
    .nullable(),
);
const EnvelopeAddress = z.strictObject({
  email: z.string().max(320),
  parameters: Parameters.nullish().transform((parameters) => parameters ?? null),
});
const SubmissionInput = z.strictObject({
  identityId: z.string().max(255),
  emailId: z.string().max(255),
  envelope: z.strictObject({ mailFrom: EnvelopeAddress, rcptTo: z.array(EnvelopeAddress) }).nullish(),
  undoStatus: z.enum(["pending", "final"]).nullish(),
});

const mailable = /^[^\s<>@,;:"\u0000-\u001f]+@[^\s<>@,;:"\u0000-\u001f]+$/;

/** A submission that has been checked and may go to the queue. */
export type PreparedSubmission = {
  identityId: string;
  emailId: string;
  threadId: string;
  envelope: Envelope;
  raw: Uint8Array;
};

function deriveEnvelope(headers: HeaderEnvelope, identityEmail: string): Envelope {
  const author = headers.sender?.[0]?.email ?? headers.from?.[0]?.email ?? identityEmail;
  const recipients = [...(headers.to ?? []), ...(headers.cc ?? []), ...(headers.bcc ?? [])];
  const unique = new Map(recipients.map(({ email }) => [email.toLowerCase(), email]));
  return {
    mailFrom: { email: author, parameters: null },
    rcptTo: [...unique.values()].map((email) => ({ email, parameters: null })),
  };
}

function checkEnvelope({ rcptTo }: Envelope): void {
  if (rcptTo.length === 0) throw new SetError("noRecipients", "The message has no recipients.");
  if (rcptTo.length > maxRecipients) {
    throw new SetError("tooManyRecipients", "There are too many recipients.", { maxRecipients });
  }
  const invalid = rcptTo.map(({ email }) => email).filter((email) => !mailable.test(email));
  if (invalid.length > 0) {
    throw new SetError("invalidRecipients", "Some recipients are no addresses.", { invalidRecipients: invalid });
  }
}

/** Who may send is told by the envelope alone, as Stalwart does it: a group passes on what its members wrote. */
function checkSender(envelope: Envelope, identityEmail: string): void {
  if (envelope.mailFrom.email.toLowerCase() !== identityEmail.toLowerCase())
    throw new SetError("forbiddenFrom", "The envelope sender is not the identity's address.");
}

/** Checks an EmailSubmission to be created (RFC 8621 section 7.5) and gathers what the queue needs. Throws `SetError`. */
export function prepareSubmission(jmap: Jmap, call: MethodCall, object: Record<string, unknown>): PreparedSubmission {
  const parsed = SubmissionInput.safeParse(object);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw invalidProperties([issue?.path.join("/") || "emailId"], issue?.message);
  }
  const { mail } = jmap;
  const emailId = resolveId(call, parsed.data.emailId);
  const row = findEmailRow(mail, call.accountId, rowId(emailId) ?? -1);
  if (!row) throw invalidProperties(["emailId"], "no such message");
  const identityId = resolveId(call, parsed.data.identityId);
  const identity = listIdentities(jmap, call.accountId).find(({ id }) => id === identityId)?.value;
  if (!identity) throw invalidProperties(["identityId"], "no such identity");
  const headers = JSON.parse(row.envelope_json) as HeaderEnvelope;
  const envelope = parsed.data.envelope ?? deriveEnvelope(headers, identity.email);
  checkEnvelope(envelope);
  if (!headers.from?.length)
    throw new SetError("invalidEmail", "The message has no From header.", { properties: ["from"] });
  checkSender(envelope, identity.email);
  const raw = readBlob(mail, call.accountId, formatBlobId(row.blob_hash));
  if (!raw) throw invalidProperties(["emailId"], "the message is gone");
  return { identityId, emailId, threadId: encodeId(row.thread_id), envelope, raw };
}
