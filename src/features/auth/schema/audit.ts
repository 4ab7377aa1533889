import { z } from "zod";
import { Instant } from "~/lib/instant";

export const actorKinds = ["member", "token", "mailbox", "job", "script"] as const;

/** What happened, once: a mutation that was committed, or something that a tenant should know of. */
export const AuditEntry = z.strictObject({
  id: z.uuid(),
  at: Instant,
  /** `label` is the address or name that the actor had then. */
  actor: z.strictObject({ kind: z.enum(actorKinds), id: z.string(), label: z.string() }),
  /** Area and verb, such as `domain.add`. */
  action: z.string(),
  /** `label` is null for what has no name, such as a session. */
  subject: z.strictObject({ type: z.string(), id: z.string(), label: z.string().nullable() }),
  before: z.record(z.string(), z.json()).nullable(),
  after: z.record(z.string(), z.json()).nullable(),
  /** From where; empty for what the platform did by itself. */
  ip: z.string(),
  requestId: z.string(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

export const AuditFilter = z.strictObject({
  /** Kind and id of the actor: `member:<id>`. */
  actor: z
    .string()
    .regex(/^(?:member|token|mailbox|job|script):[\w.: -]{1,100}$/)
    .optional(),
  /** One action, `domain.add`, or without a dot a whole area, `domain`. */
  action: z
    .string()
    .max(60)
    .regex(/^[a-z_]+(?:\.[a-z_]+)*$/)
    .optional(),
  /** Kind and id of what was acted on: `mail_user:<id>`. */
  subject: z
    .string()
    .regex(/^[a-z_]{1,40}:[\w.-]{1,100}$/)
    .optional(),
  from: Instant.optional(),
  /** Exclusive. */
  to: Instant.optional(),
  /** Part of a name, of a value, of an address or of a request id. */
  text: z.string().trim().max(100).optional(),
});
export type AuditFilter = z.infer<typeof AuditFilter>;

export const ListAudit = z.strictObject({
  ...AuditFilter.shape,
  after: z.string().max(100).optional(),
  limit: z.int().min(1).max(100).default(50),
});
export type ListAudit = z.infer<typeof ListAudit>;

/** Newest first. */
export const AuditPage = z.strictObject({
  entries: z.array(AuditEntry),
  /** The cursor of the following page; absent on the last. */
  next: z.string().optional(),
  /** How far back this page has looked, when it stopped looking before it was full. */
  searchedTo: Instant.optional(),
});
export type AuditPage = z.infer<typeof AuditPage>;
