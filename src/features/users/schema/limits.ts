import { z } from "zod";
import { Instant } from "~/lib/instant";

const most = 1_000_000;
/** Null: what the plan says. */
const Own = z.int().min(1).max(most).nullable();
const OwnPair = z.strictObject({ perHour: Own, perDay: Own });
const Pair = z.strictObject({ perHour: z.int(), perDay: z.int() });

/** Recipients within the hour or the day that runs. */
export const SendAllowance = z.strictObject({
  /** Null: no limit. */
  limit: z.int().nullable(),
  /** By webmail and mail programs together. */
  used: z.int(),
  left: z.int().nullable(),
  /** When counting begins anew. */
  roomAt: Instant,
});
export type SendAllowance = z.infer<typeof SendAllowance>;

export const SendUsage = z.strictObject({ hour: SendAllowance, day: SendAllowance });
export type SendUsage = z.infer<typeof SendUsage>;

const Scope = z.enum(["user", "domain", "tenant"]);

/** What a mailbox user may send, and what is left of it. */
export const UserSendLimits = z.strictObject({
  userId: z.uuid(),
  /** Set for this user alone. */
  own: OwnPair,
  /** What one mailbox user may have at most, and has where nothing is set. */
  plan: Pair,
  user: SendUsage,
  domain: SendUsage,
  tenant: SendUsage,
  /** Which of the three leaves the least. */
  binding: z.strictObject({ hour: Scope, day: Scope }),
});
export type UserSendLimits = z.infer<typeof UserSendLimits>;

/** What all mailboxes of a domain may send together. */
export const DomainSendLimits = z.strictObject({
  domainId: z.uuid(),
  domainName: z.string(),
  own: OwnPair,
  /** What the tenant may send, which is the most that a domain may. */
  plan: Pair,
  domain: SendUsage,
});
export type DomainSendLimits = z.infer<typeof DomainSendLimits>;

/** What all mailboxes of a tenant may send together, and each of them by the plan. */
export const TenantSendLimits = z.strictObject({ tenant: SendUsage, perUser: Pair });
export type TenantSendLimits = z.infer<typeof TenantSendLimits>;

export const SetUserSendLimits = z.strictObject({ userId: z.uuid(), perHour: Own, perDay: Own });
export type SetUserSendLimits = z.infer<typeof SetUserSendLimits>;

export const SetDomainSendLimits = z.strictObject({ domainId: z.uuid(), perHour: Own, perDay: Own });
export type SetDomainSendLimits = z.infer<typeof SetDomainSendLimits>;

/** Domains by name; `after` is the last name of the page before. */
export const ListSendLimits = z.strictObject({
  after: z.string().max(253).optional(),
  limit: z.int().min(1).max(100).default(50),
});
export type ListSendLimits = z.infer<typeof ListSendLimits>;

export const SendLimitsPage = z.strictObject({ domains: z.array(DomainSendLimits), next: z.string().optional() });
export type SendLimitsPage = z.infer<typeof SendLimitsPage>;
