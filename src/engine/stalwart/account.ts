import { z } from "zod";
import type { AccountBlock, EngineAccount } from "../engine-directory.ts";
import { toSet } from "./encodings.ts";

/** x:Account of a person, as far as it is ours to set. */
export const AccountObject = z.object({
  id: z.string(),
  name: z.string(),
  emailAddress: z.string(),
  domainId: z.string(),
  description: z.string().nullish(),
  aliases: z
    .record(z.string(), z.object({ name: z.string(), domainId: z.string(), enabled: z.boolean().nullish() }).loose())
    .nullish()
    .transform((aliases) => Object.values(aliases ?? {})),
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

/** A session of webmail is a key, and so is each program: the default of 5 would end with the sixth. */
const keysPerAccount = 50;

const accountBlocks = ["signIn", "send", "receive"] as const satisfies readonly AccountBlock[];

/** The engine knows no suspended account: without `authenticate` no login works, session keys included; sending is checked in two places. */
const whatBlocksTake = {
  signIn: ["authenticate"],
  send: ["emailSend", "jmapEmailSubmissionCreate"],
  receive: ["emailReceive"],
} as const satisfies Record<AccountBlock, readonly string[]>;

function toPermissions(blocks: readonly AccountBlock[]) {
  if (blocks.length === 0) return { "@type": "Inherit" };
  const disabledPermissions = toSet(blocks.flatMap((block) => whatBlocksTake[block]));
  return { "@type": "Merge", enabledPermissions: {}, disabledPermissions };
}

const blocksOf = (disabled: Record<string, boolean> = {}) =>
  accountBlocks.filter((block) => whatBlocksTake[block].every((permission) => disabled[permission]));

export type WantedAccount = EngineAccount & { passwordHash: string };

/** Where an account belongs: its own address and, where they are ours to set, the others. */
export type Place = { name: string; domainId: string; aliases?: readonly { name: string; domainId: string }[] };

/** The whole list at once: single entries have no stable keys. */
export const toAliases = (aliases: NonNullable<Place["aliases"]>) =>
  Object.fromEntries(aliases.map((alias, at) => [String(at), { ...alias, enabled: true }]));

export function toCreation(
  { displayName, quotaBytes, blocks, passwordHash }: WantedAccount,
  { name, domainId, aliases = [] }: Place,
) {
  return {
    "@type": "User",
    name,
    domainId,
    description: displayName,
    credentials: { "0": { "@type": "Password", secret: passwordHash } },
    aliases: toAliases(aliases),
    quotas: toQuotas({}, quotaBytes),
    roles: { "@type": "User" },
    permissions: toPermissions(blocks),
    memberGroupIds: {},
    encryptionAtRest: { "@type": "Disabled" },
  };
}

/** Groups and other people's settings of the account are left as they are, and so are aliases that nobody asked for. */
export function toUpdate(
  present: AccountObject,
  { displayName, quotaBytes, blocks, passwordHash }: WantedAccount,
  { name, domainId, aliases }: Place,
) {
  const credentials = Object.entries(present.credentials ?? {});
  const password = credentials.find(([, credential]) => credential["@type"] === "Password")?.[0];
  return {
    ...(present.name === name ? {} : { name }),
    ...(present.domainId === domainId ? {} : { domainId }),
    ...(aliases ? { aliases: toAliases(aliases) } : {}),
    description: displayName,
    quotas: toQuotas(present.quotas, quotaBytes),
    permissions: toPermissions(blocks),
    ...(password === undefined
      ? { [`credentials/${credentials.length}`]: { "@type": "Password", secret: passwordHash } }
      : { [`credentials/${password}/secret`]: passwordHash }),
  };
}

/** The engine has no word for unlimited but the absence of a limit. */
function toQuotas(present: Record<string, unknown>, quotaBytes: number) {
  const { maxDiskQuota: _, ...others } = present;
  return {
    ...others,
    maxApiKeys: keysPerAccount,
    maxAppPasswords: keysPerAccount,
    ...(quotaBytes > 0 ? { maxDiskQuota: quotaBytes } : {}),
  };
}

export function toAccount(
  { id, emailAddress, description, quotas, permissions, aliases }: AccountObject,
  domainNames: ReadonlyMap<string, string>,
): EngineAccount & { accountId: string } {
  const { maxDiskQuota } = quotas;
  return {
    accountId: id,
    address: emailAddress,
    displayName: description ?? "",
    quotaBytes: typeof maxDiskQuota === "number" ? maxDiskQuota : 0,
    blocks: blocksOf(permissions?.disabledPermissions),
    aliases: aliases.flatMap(({ name, domainId, enabled }) => {
      const domainName = domainNames.get(domainId);
      return domainName === undefined || enabled === false ? [] : [`${name}@${domainName}`];
    }),
  };
}
