import type { Transaction } from "../../db/client";
import { auditLogs } from "../../db/schema";
import type { Actor, Ctx } from "./context";
import { emitAudited } from "./webhooks/emit-audited";

const nameOf: { [K in Actor["kind"]]: (actor: Extract<Actor, { kind: K }>) => string } = {
  member: (actor) => `member:${actor.memberId}`,
  token: (actor) => `token:${actor.tokenId}`,
  mailbox: (actor) => `mailbox:${actor.mailUserId}`,
  job: (actor) => `job:${actor.name}`,
  script: (actor) => `script:${actor.name}`,
};

/** What people call the actor. */
const labelOf = (actor: Actor): string => {
  if (actor.kind === "member") return actor.email;
  return actor.kind === "mailbox" ? actor.address : actor.name;
};

export type AuditSubject =
  | "tenant"
  | "member"
  | "person"
  | "session"
  | "invitation"
  | "api_token"
  | "webhook"
  | "domain"
  | "dkim_key"
  | "mail_user"
  | "group"
  | "submission"
  | "mail_delivery";

export type AuditEntry = {
  /** Feature and verb, such as `domain.add`. */
  action: string;
  subject: { type: AuditSubject; id: string };
  /** Never passwords, hashes, tokens or message bodies. */
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
};

/** The row that an entry becomes. */
export function auditRowOf(ctx: Ctx, { action, subject, before, after }: AuditEntry): typeof auditLogs.$inferInsert {
  const describe = nameOf[ctx.actor.kind] as (actor: Actor) => string;
  return {
    ...{ tenantId: ctx.tenantId, ip: ctx.ip, requestId: ctx.requestId },
    ...{ actor: describe(ctx.actor), actorLabel: labelOf(ctx.actor) },
    ...{ action, subjectType: subject.type, subjectId: subject.id, before, after },
  };
}

/** Writes the one audit row of a mutation, in the mutation's own transaction, and tells webhooks if it is news for the outside. */
export async function audit(tx: Transaction, ctx: Ctx, entry: AuditEntry): Promise<void> {
  await tx.insert(auditLogs).values(auditRowOf(ctx, entry));
  await emitAudited(tx, ctx, entry);
}
