import type { Transaction } from "../../../../db/client";
import { domainEvents } from "../../../../db/schema";
import type { Actor, Ctx } from "~/server/context";
import { trimEvidence } from "./history/trim-evidence";

export type DomainEvent = {
  domainId: string;
  kind: (typeof domainEvents.$inferInsert)["kind"];
  /** Id of the record or selector of the key; absent where the whole domain is meant. */
  subject?: string;
  /** States and stages by their names in the schema; an event with both the same tells of nothing and is not written. */
  before?: string;
  after?: string;
  /** What DNS answered, for support. Cut to a few thousand octets. */
  evidence?: Record<string, unknown>;
};

/** Under this name the evidence says whose act it was; what jobs find is nobody's. */
export const actorKey = "by";

function personOf(actor: Actor): string | null {
  if (actor.kind === "member") return actor.email;
  return actor.kind === "token" || actor.kind === "script" ? actor.name : null;
}

/** Adds a line to the history of a domain, in the transaction of what it tells of. */
export async function noteEvent(tx: Transaction, ctx: Ctx, event: DomainEvent): Promise<void> {
  const { evidence, before, after } = event;
  if (before !== undefined && before === after) return;
  const by = personOf(ctx.actor);
  const known = { ...evidence, ...(by ? { [actorKey]: by } : {}) };
  await tx.insert(domainEvents).values({
    ...event,
    ...{ tenantId: ctx.tenantId, createdAt: ctx.now() },
    evidence: Object.keys(known).length > 0 ? trimEvidence(known) : null,
  });
}
