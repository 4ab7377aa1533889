import { z } from "zod";
import { Instant } from "~/lib/instant";

/** Each mailbox has its own part of the plan's storage, or all share it and each has a cap. */
export const StorageMode = z.enum(["per_user", "pooled"]);
export type StorageMode = z.infer<typeof StorageMode>;

/** What a mailbox holds; octets. */
export const UserUsage = z.strictObject({
  usedBytes: z.int(),
  quotaBytes: z.int(),
  /** The highest share that was warned of, in percent; 0 for none. */
  warnedPercent: z.int(),
  mode: StorageMode,
  /** All mailboxes together hold what the plan has: none takes more mail. */
  isPoolFull: z.boolean(),
  /** When the mail server was last seen to hold another number of octets. */
  checkedAt: Instant.nullable(),
  /** The last of each day of 30, oldest first; days without change are left out. */
  trend: z.array(z.strictObject({ day: z.iso.date(), usedBytes: z.int() })).max(31),
});
export type UserUsage = z.infer<typeof UserUsage>;

/** What all mailboxes of a tenant hold and may hold, and what the plan has; octets. */
export const TenantStorage = z.strictObject({
  mode: StorageMode,
  usedBytes: z.int(),
  quotaBytes: z.int(),
  maxBytes: z.int(),
});
export type TenantStorage = z.infer<typeof TenantStorage>;

export const SetStorageMode = z.strictObject({ mode: StorageMode });
export type SetStorageMode = z.infer<typeof SetStorageMode>;
