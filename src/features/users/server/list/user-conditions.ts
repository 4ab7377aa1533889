import { type SQL, sql } from "drizzle-orm";
import { mailUsers } from "../../../../../db/schema";
import type { UserCondition } from "../../schema/user-filter";

const { appliedRevision, applyError, revision, usedShare } = mailUsers;

/** Written out, not as parameters: the planner then knows which partial index holds all such rows. */
export const isKept = sql`${mailUsers.state} <> 'deleted'`;
export const isDeleted = sql`${mailUsers.state} = 'deleted'`;

export const userConditions = {
  active: sql`${mailUsers.state} = 'active'`,
  suspended: sql`${mailUsers.state} = 'suspended'`,
  no_sign_in: sql`${mailUsers.state} = 'suspended' and not ${mailUsers.maySignIn}`,
  no_send: sql`${mailUsers.state} = 'suspended' and not ${mailUsers.maySend}`,
  no_receive: sql`${mailUsers.state} = 'suspended' and not ${mailUsers.mayReceive}`,
  invited: sql`${mailUsers.passwordSetAt} is null`,
  paused: sql`${mailUsers.sendingPausedAt} is not null`,
  pending: sql`${revision} > ${appliedRevision} and ${applyError} is null`,
  failed: sql`${revision} > ${appliedRevision} and ${applyError} is not null`,
  over_quota: sql`${usedShare} >= 10000`,
  // Ten-thousandths of the quota.
  nearly_full: sql`${usedShare} >= 8000`,
  no_recovery: sql`${mailUsers.recoveryConfirmedAt} is null`,
  deleted: isDeleted,
} satisfies Record<UserCondition, SQL>;
