import { z } from "zod";

/** What lists of mailbox users are narrowed to; all that are named must hold. Deleted users are listed alone, on request. */
export const UserCondition = z.enum([
  "active",
  "suspended",
  "no_sign_in",
  "no_send",
  "no_receive",
  "invited",
  "paused",
  "pending",
  "failed",
  "over_quota",
  "nearly_full",
  "no_recovery",
  "deleted",
]);
export type UserCondition = z.infer<typeof UserCondition>;

export const UserFilter = z.strictObject({
  domainId: z.uuid().optional(),
  /** Part of an address, of an alias or of a name. */
  search: z.string().trim().max(100).optional(),
  is: z.array(UserCondition).max(6).optional(),
  /** Not signed in for so many days, or never. */
  inactiveDays: z.int().min(1).max(3650).optional(),
});
export type UserFilter = z.infer<typeof UserFilter>;

/** Newest, fullest and last signed in come first, addresses and names from A, unless the order says otherwise. */
export const UserSort = z.enum(["created", "address", "name", "usage", "sign_in"]);
export type UserSort = z.infer<typeof UserSort>;
export const SortOrder = z.enum(["asc", "desc"]);
export type SortOrder = z.infer<typeof SortOrder>;
