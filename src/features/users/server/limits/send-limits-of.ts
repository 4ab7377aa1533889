import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { domains, mailUsers, tenants } from "../../../../../db/schema";
import type { SendScope, SendWindow } from "~/server/plan-counter";

/** Recipients in an hour and a day; null: no limit of its own. */
export type WindowLimits = Record<SendWindow, number | null>;

/** What holds for one mailbox user. */
export type SendLimits = Record<SendScope, WindowLimits> & {
  domainId: string;
  /** What was set for the user alone; null: what the plan says. */
  own: WindowLimits;
  /** What the plan allows one user at most. */
  plan: Record<SendWindow, number>;
};

/** An admin's number never lifts a user above the plan, also when the plan was lowered later. */
const within = (own: number | null, plan: number) => Math.min(own ?? plan, plan);

/** The limits of a mailbox user, of the domain and of the tenant, in one statement; null when there is no such user. */
export async function sendLimitsOf(tx: Transaction, tenantId: string, mailUserId: string): Promise<SendLimits | null> {
  const [found] = await tx
    .select({
      domainId: mailUsers.domainId,
      own: {
        hour: sql<number | null>`${mailUsers.maxRecipientsPerHour}`,
        day: sql<number | null>`${mailUsers.maxRecipientsPerDay}`,
      },
      plan: { hour: tenants.maxUserRecipientsPerHour, day: tenants.maxUserRecipientsPerDay },
      domain: {
        hour: sql<number | null>`${domains.maxRecipientsPerHour}`,
        day: sql<number | null>`${domains.maxRecipientsPerDay}`,
      },
      tenant: { hour: tenants.maxRecipientsPerHour, day: tenants.maxMessagesPerDay },
    })
    .from(mailUsers)
    .innerJoin(domains, eq(domains.id, mailUsers.domainId))
    .innerJoin(tenants, eq(tenants.id, mailUsers.tenantId))
    .where(and(eq(mailUsers.tenantId, tenantId), eq(mailUsers.id, mailUserId)));
  if (!found) return null;
  const { own, plan } = found;
  return { ...found, user: { hour: within(own.hour, plan.hour), day: within(own.day, plan.day) } };
}
