import type { Transaction } from "../../db/client";
import { auditLogs } from "../../db/schema";
import type { Actor, Ctx } from "./context";

const nameOf: { [K in Actor["kind"]]: (actor: Extract<Actor, { kind: K }>) => string } = {
  member: (actor) => `member:${actor.memberId}`,
  mailbox: (actor) => `mailbox:${actor.mailUserId}`,
  job: (actor) => `job:${actor.name}`,
  script: (actor) => `script:${actor.name}`,
};

export type AuditEntry = {
  /** Feature and verb, such as `domain.add`. */
  action: string;
  subject: { type: "tenant" | "member" | "session" | "domain" | "dkim_key" | "mail_user" | "submission"; id: string };
  /** Never passwords, hashes, tokens or message bodies. */
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
};

/** Writes the one audit row of a mutation, in the mutation's own transaction. */
export async function audit(tx: Transaction, ctx: Ctx, { action, subject, before, after }: AuditEntry): Promise<void> {
  const describe = nameOf[ctx.actor.kind] as (actor: Actor) => string;
  await tx.insert(auditLogs).values({
    ...{ tenantId: ctx.tenantId, actor: describe(ctx.actor), ip: ctx.ip, requestId: ctx.requestId },
    ...{ action, subjectType: subject.type, subjectId: subject.id, before, after },
  });
}
