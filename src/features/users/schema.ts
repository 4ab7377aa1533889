import { z } from "zod";
import { Instant } from "~/lib/instant";
import { singleLine } from "~/lib/single-line";
import { SortOrder, UserFilter, UserSort } from "./schema/user-filter";

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

/** What a mailbox user may do: false is what a suspension takes away. */
export const Restrictions = z.strictObject({ signIn: z.boolean(), send: z.boolean(), receive: z.boolean() });
export type Restrictions = z.infer<typeof Restrictions>;

export const MailUser = z.strictObject({
  id: z.uuid(),
  domainId: z.uuid(),
  address: z.string(),
  displayName: z.string(),
  /** `suspended`: something of `restrictions` is taken away. Deleted users can be brought back for 30 days. */
  state: z.enum(["active", "suspended", "deleted"]),
  /** What the user may do. */
  restrictions: Restrictions,
  /** Sending waits until somebody has looked at what the guard saw. */
  isSendingPaused: z.boolean(),
  /** No password was ever set: the user is invited, or cannot sign in. */
  isInvited: z.boolean(),
  hasSecondFactor: z.boolean(),
  /** Confirmed, and masked: the first letter and the domain. */
  recoveryEmail: z.string().nullable(),
  lastSignInAt: Instant.nullable(),
  /** Octets. */
  quotaBytes: z.int(),
  usedBytes: z.int(),
  application: Application,
  /** Why the engine does not agree, as a failure of its port. */
  applyError: z.string().nullable(),
  createdAt: Instant,
  deletedAt: Instant.nullable(),
});
export type MailUser = z.infer<typeof MailUser>;

export const UserRef = z.strictObject({ userId: z.uuid() });
export type UserRef = z.infer<typeof UserRef>;

export const ListUsers = UserFilter.extend({
  sort: UserSort.default("created"),
  order: SortOrder.optional(),
  after: z.string().max(500).optional(),
  limit: z.int().min(1).max(100).default(50),
});
export type ListUsers = z.infer<typeof ListUsers>;

/** `next` is the cursor of the following page, absent on the last; `seats` count the whole tenant, whatever is searched for. */
export const UserPage = z.strictObject({
  users: z.array(MailUser),
  next: z.string().optional(),
  /** How many there are on all pages: of more than a thousand only that they are more. */
  matching: z.strictObject({ count: z.int(), isMore: z.boolean() }),
  seats: z.strictObject({ used: z.int(), max: z.int() }),
});
export type UserPage = z.infer<typeof UserPage>;

export const CreateUser = z.strictObject({
  domainId: z.uuid(),
  /** As a person types it; with the domain behind it, too. */
  localPart: z.string().trim().min(1).max(320),
  displayName: DisplayName.default(""),
  /** Without one nobody can sign in until the user has set one by a link. */
  password: Password.optional(),
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

export const RenameUser = z.strictObject({
  userId: z.uuid(),
  /** As in `CreateUser`. */
  localPart: z.string().trim().min(1).max(320),
  /** Another domain of the tenant; the same when it is left out. */
  domainId: z.uuid().optional(),
  /** The old address goes on as an alias; otherwise it is free at once. */
  keepsOld: z.boolean().default(true),
});
export type RenameUser = z.input<typeof RenameUser>;

/** What a suspension takes away; what is not named the user may go on doing. As it was always meant: mail still arrives. */
const Blocks = z
  .array(z.enum(["signIn", "send", "receive"]))
  .min(1)
  .max(3)
  .default(["signIn", "send"]);
export type Block = z.infer<typeof Blocks>[number];

export const SuspendUser = z.strictObject({ userId: z.uuid(), blocks: Blocks });
export type SuspendUser = z.input<typeof SuspendUser>;

/** `blocks` counts for a suspension. */
export const SetState = z.strictObject({
  userId: z.uuid(),
  state: z.enum(["active", "suspended"]),
  blocks: Blocks,
});
export type SetState = z.input<typeof SetState>;

export const SetQuota = z.strictObject({ userId: z.uuid(), quotaBytes: QuotaBytes });
export type SetQuota = z.infer<typeof SetQuota>;
