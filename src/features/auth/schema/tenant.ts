import { z } from "zod";
import { Instant } from "~/lib/instant";
import { singleLine } from "~/lib/single-line";

const TenantName = singleLine().trim().min(1).max(100);

/** What the settings show of the tenant that one is signed in to. */
export const Tenant = z.strictObject({
  ...{ id: z.uuid(), name: z.string() },
  isConfirmed: z.boolean(),
  /** Members without a second factor may do nothing but add one. */
  requiresSecondFactor: z.boolean(),
  createdAt: Instant,
});
export type Tenant = z.infer<typeof Tenant>;

const Use = z.strictObject({ used: z.int(), max: z.int() });

/** What is used of the plan. */
export const TenantLimits = z.strictObject({
  domains: Use,
  users: Use,
  /** Octets that mailbox users were given, whether or not they are full. */
  storage: Use,
  /** Recipients of today, by UTC. */
  messages: Use,
});
export type TenantLimits = z.infer<typeof TenantLimits>;

export const RenameTenant = z.strictObject({ name: TenantName });
export type RenameTenant = z.infer<typeof RenameTenant>;

export const CreateTenant = z.strictObject({ company: TenantName });
export type CreateTenant = z.infer<typeof CreateTenant>;

export const TenantRef = z.strictObject({ tenantId: z.uuid() });
export type TenantRef = z.infer<typeof TenantRef>;

/** The tenant's name, typed by whoever closes it. */
export const CloseTenant = z.strictObject({ name: z.string().trim().max(100) });
export type CloseTenant = z.infer<typeof CloseTenant>;

/** Until when a closed tenant can be opened again. */
export const Closure = z.strictObject({ company: z.string(), eraseAt: Instant });
export type Closure = z.infer<typeof Closure>;

/** What the fragment of the link in the mail about a closed tenant holds. */
export const ReopenLink = z.strictObject({ token: z.string().regex(/^[\w.-]{20,600}$/) });
export type ReopenLink = z.infer<typeof ReopenLink>;

const Max = z.int().min(0).max(1_000_000_000).optional();

/** What an operator changes of a plan; what is left out stays. */
export const TenantPlan = z
  .strictObject({
    ...{ maxDomains: Max, maxMailUsers: Max, maxGroups: Max, maxMessagesPerDay: Max, maxRecipientsPerHour: Max },
    ...{ maxUserRecipientsPerHour: Max, maxUserRecipientsPerDay: Max },
    /** Octets; at most a pebibyte. */
    maxStorageBytes: z
      .int()
      .min(0)
      .max(1024 ** 5)
      .optional(),
  })
  .refine((plan) => Object.values(plan).some((max) => max !== undefined), "nothing to change");
export type TenantPlan = z.infer<typeof TenantPlan>;
