import { z } from "zod";
import { setOf, utcInstant } from "./encodings";

const CredentialPermissions = z
  .discriminatedUnion("@type", [
    z.strictObject({ "@type": z.literal("Inherit") }),
    z.strictObject({ "@type": z.enum(["Disable", "Replace"]), permissions: setOf().default({}) }),
  ])
  .default({ "@type": "Inherit" });
export type CredentialPermissions = z.infer<typeof CredentialPermissions>;

/** What a client may write of an `x:ApiKey` and an `x:AppPassword`. */
export const CredentialBody = z.strictObject({
  description: z.string().min(1).max(255),
  permissions: CredentialPermissions,
  allowedIps: setOf().default({}),
  expiresAt: utcInstant.nullable().default(null),
});
export type CredentialBody = z.infer<typeof CredentialBody>;
/** A stored credential: `digest` is the SHA-256 of the whole secret, which is random and therefore needs no slow hash. */
export type StoredCredential = CredentialBody & { createdAt: string; digest: string };

/** Rights of a credential: those of its account, narrowed by its own list. */
export function narrowPermissions(
  account: ReadonlySet<string>,
  permissions: CredentialPermissions,
): ReadonlySet<string> {
  if (permissions["@type"] === "Inherit") return account;
  const isListed = (name: string) => Object.hasOwn(permissions.permissions, name);
  const isReplaced = permissions["@type"] === "Replace";
  return new Set([...account].filter((name) => isListed(name) === isReplaced));
}
