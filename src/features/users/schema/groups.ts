import { z } from "zod";
import { Instant } from "~/lib/instant";
import { singleLine } from "~/lib/single-line";
import { Application } from "../schema";

/** Who may write to a group: whoever likes, its members, or those members who are named. */
export const GroupPosting = z.enum(["anyone", "members", "named"]);
export type GroupPosting = z.infer<typeof GroupPosting>;

const GroupName = singleLine().trim().max(100);
const GroupNote = z
  .string()
  .trim()
  .max(500)
  .regex(/^[^\0]*$/);
const after = z.string().max(400).optional();
const limit = z.int().min(1).max(100).default(50);

export const Group = z.strictObject({
  id: z.uuid(),
  domainId: z.uuid(),
  address: z.string(),
  name: z.string(),
  /** For the team only. */
  note: z.string(),
  posting: GroupPosting,
  /** What the rule would pass on waits for a decision too. */
  isModerated: z.boolean(),
  members: z.int(),
  /** Posts that wait for a decision. */
  heldPosts: z.int(),
  application: Application,
  applyError: z.string().nullable(),
  /** It can be brought back for 30 days. */
  deletedAt: Instant.nullable(),
  createdAt: Instant,
});
export type Group = z.infer<typeof Group>;

export const GroupRef = z.strictObject({ groupId: z.uuid() });
export type GroupRef = z.infer<typeof GroupRef>;

export const ListGroups = z.strictObject({
  /** Part of an address or of a name. */
  search: z.string().trim().max(100).optional(),
  /** Those that were deleted and can be brought back, in place of those that are there. */
  deleted: z.boolean().default(false),
  after,
  limit,
});
export type ListGroups = z.infer<typeof ListGroups>;

/** By address. `seats` count the whole tenant. */
export const GroupPage = z.strictObject({
  groups: z.array(Group),
  next: z.string().optional(),
  seats: z.strictObject({ used: z.int(), max: z.int() }),
});
export type GroupPage = z.infer<typeof GroupPage>;

export const CreateGroup = z.strictObject({
  domainId: z.uuid(),
  /** As a person types it; with the domain behind it, too. */
  localPart: z.string().trim().min(1).max(320),
  name: GroupName.default(""),
  note: GroupNote.default(""),
  posting: GroupPosting.default("members"),
  isModerated: z.boolean().default(false),
});
export type CreateGroup = z.infer<typeof CreateGroup>;

export const UpdateGroup = z.strictObject({
  groupId: z.uuid(),
  name: GroupName.optional(),
  note: GroupNote.optional(),
  posting: GroupPosting.optional(),
  isModerated: z.boolean().optional(),
});
export type UpdateGroup = z.infer<typeof UpdateGroup>;

/** Somebody who belongs to a group: a mailbox user of the tenant, or a person elsewhere. */
export const GroupMember = z.strictObject({
  id: z.uuid(),
  /** Null for people elsewhere. */
  userId: z.uuid().nullable(),
  email: z.string(),
  displayName: z.string(),
  receives: z.boolean(),
  /** Whether mail to this member leads anywhere: a mailbox that is deleted, or may not receive, is left out. */
  isReachable: z.boolean(),
  /** Counts where posting is for named people. */
  mayPost: z.boolean(),
});
export type GroupMember = z.infer<typeof GroupMember>;

export const ListGroupMembers = z.strictObject({ groupId: z.uuid(), after, limit });
export type ListGroupMembers = z.infer<typeof ListGroupMembers>;

/** In the order in which they were added. */
export const GroupMemberPage = z.strictObject({ members: z.array(GroupMember), next: z.string().optional() });
export type GroupMemberPage = z.infer<typeof GroupMemberPage>;

export const AddGroupMember = z.strictObject({
  groupId: z.uuid(),
  /** A mailbox user's address, or one elsewhere. */
  email: z.string().trim().min(3).max(320),
  receives: z.boolean().default(true),
  mayPost: z.boolean().default(false),
});
export type AddGroupMember = z.infer<typeof AddGroupMember>;

export const GroupMemberRef = z.strictObject({ groupId: z.uuid(), groupMemberId: z.uuid() });
export type GroupMemberRef = z.infer<typeof GroupMemberRef>;

export const UpdateGroupMember = GroupMemberRef.extend({
  receives: z.boolean().optional(),
  mayPost: z.boolean().optional(),
});
export type UpdateGroupMember = z.infer<typeof UpdateGroupMember>;
