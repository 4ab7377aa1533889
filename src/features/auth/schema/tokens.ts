import { z } from "zod";
import { apiScopes } from "~/lib/api-scopes";
import { Instant } from "~/lib/instant";
import { singleLine } from "~/lib/single-line";

const Scope = z.enum(apiScopes);

export const ApiToken = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  /** The last characters, for telling tokens apart. */
  hint: z.string(),
  /** Whose rights it has at most; null for a token of the tenant, which acts as an admin. */
  member: z.strictObject({ id: z.uuid(), email: z.string(), isYou: z.boolean() }).nullable(),
  scopes: z.array(Scope),
  /** Null means every domain that its member sees. */
  domainIds: z.array(z.uuid()).nullable(),
  /** Ranges of addresses from which it is accepted, null for any. */
  networks: z.array(z.string()).nullable(),
  isExpired: z.boolean(),
  expiresAt: Instant.nullable(),
  lastUsedAt: Instant.nullable(),
  lastUsedIp: z.string().nullable(),
  createdAt: Instant,
});
export type ApiToken = z.infer<typeof ApiToken>;

export const ListTokens = z.strictObject({ after: z.uuid().optional(), limit: z.int().min(1).max(100).default(50) });
export type ListTokens = z.infer<typeof ListTokens>;

/** Oldest first. `next` is the cursor of the following page, absent on the last. */
export const TokenPage = z.strictObject({ tokens: z.array(ApiToken), next: z.uuid().optional() });
export type TokenPage = z.infer<typeof TokenPage>;

export const CreateToken = z.strictObject({
  name: singleLine().trim().min(1).max(60),
  /** `me`: never more than its maker may do, and gone with them. `tenant`: stays, and acts as an admin. */
  holder: z.enum(["me", "tenant"]),
  scopes: z.array(Scope).min(1).max(apiScopes.length),
  domainIds: z.array(z.uuid()).min(1).max(100).nullable().default(null),
  /** Addresses or ranges such as `192.0.2.0/24`. */
  networks: z.array(z.string().trim().min(1).max(50)).min(1).max(20).nullable().default(null),
  /** Null means that it does not end by itself. */
  expiresInDays: z.int().min(1).max(366).nullable().default(90),
});
export type CreateToken = z.infer<typeof CreateToken>;

/** `secret` is the token itself: it is shown this once. */
export const CreatedToken = z.strictObject({ token: ApiToken, secret: z.string() });
export type CreatedToken = z.infer<typeof CreatedToken>;

export const TokenRef = z.strictObject({ tokenId: z.uuid() });
export type TokenRef = z.infer<typeof TokenRef>;
