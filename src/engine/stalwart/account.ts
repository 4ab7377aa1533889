import { z } from "zod";
import type { EngineAccount } from "../mail-engine.ts";
import { toSet } from "./encodings.ts";

/** x:Account of a person, as far as it is ours to set. */
export const AccountObject = z.object({
  id: z.string(),
  name: z.string(),
  emailAddress: z.string(),
  description: z.string().nullish(),
  quotas: z
    .record(z.string(), z.unknown())
    .nullish()
    .transform((quotas) => quotas ?? {}),
  permissions: z
    .object({ "@type": z.string(), disabledPermissions: z.record(z.string(), z.boolean()).optional() })
    .nullish(),
  credentials: z.record(z.string(), z.object({ "@type": z.string() })).nullish(),
});
export type AccountObject = z.infer<typeof AccountObject>;

export const accountProperties = Object.keys(AccountObject.shape);

/** A session of webmail is a key; the default of 5 would end with the sixth browser. */
const keysPerAccount = 50;

/** The engine knows no suspended account: these three stop every login, session keys included, and sending. */
const whatSuspensionTakes = toSet(["authenticate", "emailSend", "jmapEmailSubmissionCreate"]);

const permissionsByAccess = {
  full: { "@type": "Inherit" },
  suspended: { "@type": "Merge", enabledPermissions: {}, disabledPermissions: whatSuspensionTakes },
} as const satisfies Record<EngineAccount["access"], unknown>;

export type WantedAccount = EngineAccount & { passwordHash: string };

export function toCreation(
  { displayName, quotaBytes, access, passwordHash }: WantedAccount,
  name: string,
  domainId: string,
) {
  return {
    "@type": "User",
    name,
    domainId,
    description: displayName,
    credentials: { "0": { "@type": "Password", secret: passwordHash } },
    aliases: {},
    quotas: toQuotas({}, quotaBytes),
    roles: { "@type": "User" },
    permissions: permissionsByAccess[access],
    memberGroupIds: {},
    encryptionAtRest: { "@type": "Disabled" },
  };
}

/** Aliases, groups and other people's settings of the account are left as they are. */
export function toUpdate(present: AccountObject, { displayName, quotaBytes, access, passwordHash }: WantedAccount) {
  const credentials = Object.entries(present.credentials ?? {});
  const password = credentials.find(([, credential]) => credential["@type"] === "Password")?.[0];
  return {
    description: displayName,
    quotas: toQuotas(present.quotas, quotaBytes),
    permissions: permissionsByAccess[access],
    ...(password === undefined
      ? { [`credentials/${credentials.length}`]: { "@type": "Password", secret: passwordHash } }
      : { [`credentials/${password}/secret`]: passwordHash }),
  };
}

/** The engine has no word for unlimited but the absence of a limit. */
function toQuotas(present: Record<string, unknown>, quotaBytes: number) {
  const { maxDiskQuota: _, ...others } = present;
  return { ...others, maxApiKeys: keysPerAccount, ...(quotaBytes > 0 ? { maxDiskQuota: quotaBytes } : {}) };
}

export function toAccount({
  id,
  emailAddress,
  description,
  quotas,
  permissions,
}: AccountObject): EngineAccount & { accountId: string } {
  const { maxDiskQuota } = quotas;
  return {
    accountId: id,
    address: emailAddress,
    displayName: description ?? "",
    quotaBytes: typeof maxDiskQuota === "number" ? maxDiskQuota : 0,
    access: permissions?.disabledPermissions?.authenticate ? "suspended" : "full",
  };
}
