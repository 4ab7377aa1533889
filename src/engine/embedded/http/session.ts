import { createHash } from "node:crypto";
import { accountCapabilities, capability } from "../jmap/capabilities";
import { coreLimits } from "../jmap/jmap";
import type { Directory, DirectoryAccount, Principal } from "../seams";

const sieveImplementation = { implementation: "Stalwart v1.0.0" };

/** Session-level capabilities. The management capability is absent here, as in Stalwart: it stands with the accounts only. */
const sessionCapabilities: Record<string, unknown> = {
  [capability.core]: {
    ...coreLimits,
    collationAlgorithms: ["i;ascii-numeric", "i;ascii-casemap", "i;unicode-casemap"],
  },
  [capability.mail]: {},
  [capability.submission]: {},
  [capability.vacation]: {},
  [capability.sieve]: sieveImplementation,
  [capability.blob]: {},
  [capability.quota]: {},
};

function accountCapabilitiesOf(permissions: ReadonlySet<string>): Record<string, unknown> {
  const entries = Object.entries(accountCapabilities).filter(
    ([, { permission }]) => permission === null || permissions.has(permission),
  );
  return Object.fromEntries(entries.map(([urn, { details }]) => [urn, details]));
}

function account(name: string, isPersonal: boolean, capabilities: Record<string, unknown>) {
  return { name, isPersonal, isReadOnly: false, accountCapabilities: capabilities };
}

/** A short fingerprint that changes when anything but itself in the session changes. */
const fingerprint = (value: unknown) => createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 8);

/** The session resource (RFC 8620 section 2). A stranger sees the capabilities and no accounts. URLs are absolute under `publicUrl`. */
export function buildSession(
  directory: Directory,
  principal: Principal | null,
  publicUrl: string,
): Record<string, unknown> {
  const accounts: Record<string, unknown> = {};
  const primaryAccounts: Record<string, string> = {};
  if (principal) {
    const capabilities = accountCapabilitiesOf(principal.permissions);
    accounts[principal.accountId] = account(principal.emailAddress, true, capabilities);
    const groups: DirectoryAccount[] = directory.groupsOf(principal.accountId);
    for (const group of groups) accounts[group.accountId] = account(group.emailAddress, false, capabilities);
    for (const urn of Object.keys(capabilities)) primaryAccounts[urn] = principal.accountId;
  }
  const session = {
    capabilities: sessionCapabilities,
    accounts,
    primaryAccounts,
    username: principal?.emailAddress ?? "",
    apiUrl: `${publicUrl}/jmap/`,
    downloadUrl: `${publicUrl}/jmap/download/{accountId}/{blobId}/{name}?accept={type}`,
    uploadUrl: `${publicUrl}/jmap/upload/{accountId}/`,
    eventSourceUrl: `${publicUrl}/jmap/eventsource/?types={types}&closeafter={closeafter}&ping={ping}`,
  };
  return { ...session, state: fingerprint(session) };
}
