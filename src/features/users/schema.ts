import { z } from "zod";
import { Instant } from "~/lib/instant";
import { singleLine } from "~/lib/single-line";

const mebibyte = 1024 ** 2;
/** What one mailbox may be given: octets. */
const QuotaBytes = z
  .int()
  .min(10 * mebibyte)
  .max(1024 * 1024 * mebibyte);
const DisplayName = singleLine().trim().max(100);
const Password = z.string().min(1).max(200);

/** Whether the mail engine agrees with the panel. */
export const Application = z.enum(["pending", "applied", "failed"]);
export type Application = z.infer<typeof Application>;

export const MailUser = z.strictObject({
  id: z.uuid(),
  domainId: z.uuid(),
  address: z.string(),
  displayName: z.string(),
  state: z.enum(["active", "suspended"]),
  /** Octets. */
  quotaBytes: z.int(),
  usedBytes: z.int(),
  application: Application,
  /** Why the engine does not agree, as a failure of its port. */
  applyError: z.string().nullable(),
  createdAt: Instant,
});
export type MailUser = z.infer<typeof MailUser>;

export const UserRef = z.strictObject({ userId: z.uuid() });
export type UserRef = z.infer<typeof UserRef>;

export const ListUsers = z.strictObject({
  domainId: z.uuid().optional(),
  /** Part of an address or of a name. */
  search: z.string().trim().max(100).optional(),
  after: z.string().max(200).optional(),
  limit: z.int().min(1).max(100).default(50),
});
export type ListUsers = z.infer<typeof ListUsers>;

/** Newest first. `next` is the cursor of the following page, absent on the last; `seats` count the whole tenant. */
export const UserPage = z.strictObject({
  users: z.array(MailUser),
  next: z.string().optional(),
  seats: z.strictObject({ used: z.int(), max: z.int() }),
});
export type UserPage = z.infer<typeof UserPage>;

export const CreateUser = z.strictObject({
  domainId: z.uuid(),
  /** As a person types it; with the domain behind it, too. */
  localPart: z.string().trim().min(1).max(320),
  displayName: DisplayName.default(""),
  password: Password,
  quotaBytes: QuotaBytes,
});
export type CreateUser = z.infer<typeof CreateUser>;

export const SetPassword = z.strictObject({ userId: z.uuid(), password: Password });
export type SetPassword = z.infer<typeof SetPassword>;

export const UpdateUser = z.strictObject({
  userId: z.uuid(),
  displayName: DisplayName.optional(),
  quotaBytes: QuotaBytes.optional(),
});
export type UpdateUser = z.infer<typeof UpdateUser>;

export const SetState = z.strictObject({ userId: z.uuid(), state: z.enum(["active", "suspended"]) });
export type SetState = z.infer<typeof SetState>;

export const SetQuota = z.strictObject({ userId: z.uuid(), quotaBytes: QuotaBytes });
export type SetQuota = z.infer<typeof SetQuota>;
