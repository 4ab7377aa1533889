import { z } from "zod";
import { listOf, setOf, utcInstant } from "./encodings";

const id = z.string().min(1).max(16);

const PasswordCredential = z.strictObject({
  "@type": z.literal("Password"),
  credentialId: id.optional(),
  secret: z.string().min(1).max(1024),
  expiresAt: utcInstant.nullable().default(null),
  otpAuth: z.string().max(1024).nullable().default(null),
  allowedIps: setOf().default({}),
});

/** Another address of an account or a list; a disabled one is kept from others but receives nothing. */
export const EmailAlias = z.strictObject({
  name: z.string().min(1).max(128),
  domainId: id,
  enabled: z.boolean().default(true),
  description: z.string().max(1024).nullable().optional(),
});

const Permissions = z
  .discriminatedUnion("@type", [
    z.strictObject({ "@type": z.literal("Inherit") }),
    z.strictObject({
      "@type": z.enum(["Merge", "Replace"]),
      enabledPermissions: setOf().default({}),
      disabledPermissions: setOf().default({}),
    }),
  ])
  .default({ "@type": "Inherit" });

const customRoles = z.strictObject({ "@type": z.literal("Custom"), roleIds: setOf(id) });

const shared = {
  name: z.string().min(1).max(128),
  domainId: id,
  description: z.string().max(1024).nullable().default(null),
  aliases: listOf(EmailAlias, 500).default({}),
  quotas: z
    .record(
      z.string().regex(/^max[A-Z][A-Za-z]{2,40}$/),
      z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER).nullable(),
    )
    .default({}),
  permissions: Permissions,
  encryptionAtRest: z.looseObject({ "@type": z.string() }).default({ "@type": "Disabled" }),
  locale: z.string().max(32).default("en_US"),
  timeZone: z.string().max(64).nullable().default(null),
  memberTenantId: id.nullable().default(null),
};

const UserBody = z.strictObject({
  "@type": z.literal("User"),
  ...shared,
  credentials: listOf(PasswordCredential, 20).default({}),
  roles: z
    .discriminatedUnion("@type", [z.strictObject({ "@type": z.enum(["User", "Admin"]) }), customRoles])
    .default({ "@type": "User" }),
  memberGroupIds: setOf(id).default({}),
});

const GroupBody = z.strictObject({
  "@type": z.literal("Group"),
  ...shared,
  roles: z
    .discriminatedUnion("@type", [z.strictObject({ "@type": z.literal("Default") }), customRoles])
    .default({ "@type": "Default" }),
});

/** What a client may write of an `x:Account`; `@type` decides which half applies. */
export const AccountBody = z.discriminatedUnion("@type", [UserBody, GroupBody]);
export type AccountBody = z.infer<typeof AccountBody>;
export type UserBody = z.infer<typeof UserBody>;
export type PasswordCredential = z.infer<typeof PasswordCredential>;
/** A stored account also knows when it was made. */
export type StoredAccount = AccountBody & { createdAt: string };
