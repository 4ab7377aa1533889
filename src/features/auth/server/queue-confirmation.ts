import type { Transaction } from "../../../../db/client";
import { queueNotice } from "~/server/notices/queue-notice";
import type { Services } from "~/server/services";
import { issueLink } from "./person-token";

export type Unconfirmed = {
  personId: string;
  email: string;
  locale: string;
  tenantId: string;
  company: string;
  /** Another person has confirmed the address: then that person is told, and may take the new tenant over. */
  isTaken: boolean;
};

/**
 * Mails the link that confirms an address. Where the address has an account already the mail says so instead, and everything else is
 * done in the same way, so that whoever signs up cannot tell. `tx` must see the person.
 */
export async function queueConfirmation(tx: Transaction, ctx: Services, person: Unconfirmed): Promise<void> {
  const { personId, email, locale, tenantId, company, isTaken } = person;
  const link = await issueLink(tx, ctx, { personId, kind: "confirm_email", email });
  const kind = isTaken ? "existing_account" : "confirm_email";
  await queueNotice(tx, ctx, { kind, recipient: email, locale, fields: { company, link }, tenantId });
}
