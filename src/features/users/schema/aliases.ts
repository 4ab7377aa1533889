import { z } from "zod";
import { Instant } from "~/lib/instant";
import { singleLine } from "~/lib/single-line";
import { Application } from "../schema";

const Note = singleLine().trim().max(200);

/** Another address of a mailbox user. */
export const Alias = z.strictObject({
  id: z.uuid(),
  domainId: z.uuid(),
  address: z.string(),
  /** Who gets the mail. */
  userId: z.uuid(),
  userAddress: z.string(),
  /** For the team. */
  note: z.string(),
  /** Off: mail to it is refused, and nobody else gets the address. */
  isEnabled: z.boolean(),
  /** Every domain must have it (`postmaster@`, `abuse@`): it can be given to somebody else, not removed. */
  isRole: z.boolean(),
  /** Whether the mail engine agrees with the panel about the mailbox user. */
  application: Application,
  createdAt: Instant,
});
export type Alias = z.infer<typeof Alias>;

export const AliasRef = z.strictObject({ aliasId: z.uuid() });
export type AliasRef = z.infer<typeof AliasRef>;

/** Of one mailbox user, under one domain, or all. */
export const ListAliases = z.strictObject({
  userId: z.uuid().optional(),
  domainId: z.uuid().optional(),
  /** Part of an address or a note. */
  search: z.string().trim().max(100).optional(),
  after: z.string().max(320).optional(),
  limit: z.int().min(1).max(100).default(50),
});
export type ListAliases = z.infer<typeof ListAliases>;

/** By address. `next` is the cursor of the following page, absent on the last. */
export const AliasPage = z.strictObject({
  aliases: z.array(Alias),
  next: z.string().optional(),
  /** How many one mailbox user may have. */
  maxPerUser: z.int(),
});
export type AliasPage = z.infer<typeof AliasPage>;

export const AddAlias = z.strictObject({
  userId: z.uuid(),
  domainId: z.uuid(),
  /** As a person types it; with the domain behind it, too. */
  localPart: z.string().trim().min(1).max(320),
  note: Note.default(""),
  isEnabled: z.boolean().default(true),
});
export type AddAlias = z.infer<typeof AddAlias>;

export const UpdateAlias = z.strictObject({
  aliasId: z.uuid(),
  note: Note.optional(),
  isEnabled: z.boolean().optional(),
});
export type UpdateAlias = z.infer<typeof UpdateAlias>;

export const MoveAlias = z.strictObject({
  aliasId: z.uuid(),
  /** Who gets the mail from now on. */
  userId: z.uuid(),
});
export type MoveAlias = z.infer<typeof MoveAlias>;
