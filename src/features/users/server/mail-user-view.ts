import type { mailUsers } from "../../../../db/schema";
import type { Application, MailUser } from "../schema";

export type MailUserRow = typeof mailUsers.$inferSelect;

const applicationOf = ({ revision, appliedRevision, applyError }: MailUserRow): Application => {
  if (appliedRevision >= revision) return "applied";
  return applyError ? "failed" : "pending";
};

/** What a member sees of a mailbox user that is not deleted. */
export const toMailUser = (row: MailUserRow): MailUser => ({
  ...{ id: row.id, domainId: row.domainId, address: row.address, displayName: row.displayName },
  state: row.state === "suspended" ? "suspended" : "active",
  ...{ quotaBytes: row.quotaBytes, usedBytes: row.usedBytes },
  application: applicationOf(row),
  applyError: applicationOf(row) === "failed" ? row.applyError : null,
  createdAt: row.createdAt.toISOString(),
});
