import type { mailUsers } from "../../../../db/schema";
import type { Application, MailUser } from "../schema";

export type MailUserRow = typeof mailUsers.$inferSelect;

/** How the engine stands to a mailbox user. */
export const applicationOf = ({ revision, appliedRevision, applyError }: MailUserRow): Application => {
  if (appliedRevision >= revision) return "applied";
  return applyError ? "failed" : "pending";
};

/** A private address is nobody's but its owner's: enough of it to be recognised. */
export const maskedAddress = (address: string): string =>
  `${address[0]}…@${address.slice(address.lastIndexOf("@") + 1)}`;

/** What a member sees of a mailbox user. */
export const toMailUser = (row: MailUserRow): MailUser => ({
  ...{ id: row.id, domainId: row.domainId, address: row.address, displayName: row.displayName, state: row.state },
  restrictions: { signIn: row.maySignIn, send: row.maySend, receive: row.mayReceive },
  ...{ isSendingPaused: row.sendingPausedAt !== null, isInvited: row.passwordSetAt === null },
  hasSecondFactor: row.totpConfirmedAt !== null,
  recoveryEmail: row.recoveryEmail && row.recoveryConfirmedAt ? maskedAddress(row.recoveryEmail) : null,
  lastSignInAt: row.lastSignInAt?.toISOString() ?? null,
  ...{ quotaBytes: row.quotaBytes, usedBytes: row.usedBytes },
  application: applicationOf(row),
  applyError: applicationOf(row) === "failed" ? row.applyError : null,
  createdAt: row.createdAt.toISOString(),
  deletedAt: row.deletedAt?.toISOString() ?? null,
});
