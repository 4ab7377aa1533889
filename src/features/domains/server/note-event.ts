import type { Transaction } from "../../../../db/client";
import { domainEvents } from "../../../../db/schema";
import type { Ctx } from "~/server/context";

export type DomainEvent = {
  domainId: string;
  kind: (typeof domainEvents.$inferInsert)["kind"];
  /** Id of the record or selector of the key; absent where the whole domain is meant. */
  subject?: string;
  before?: string;
  after?: string;
  /** What DNS answered, for support. */
  evidence?: Record<string, unknown>;
};

/** Adds a line to the history of a domain, in the transaction of what it tells of. */
export async function noteEvent(tx: Transaction, ctx: Ctx, event: DomainEvent): Promise<void> {
  await tx.insert(domainEvents).values({ ...event, tenantId: ctx.tenantId, createdAt: ctx.now() });
}
