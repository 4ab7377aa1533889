import { testPasswordHash } from "./contract-managed.ts";
import type { Peer } from "./contract-peer.ts";
import { countingEngine, type TestUser } from "./contract-users.ts";
import type { EngineDirectory } from "./engine-directory.ts";

export function managedDirectory({ managed }: Peer): EngineDirectory {
  if (!managed) throw new Error("this peer has no management half");
  return managed.directory;
}

/** A domain that no other test knows. */
export async function newDomain(peer: Peer): Promise<string> {
  const name = `d-${crypto.randomUUID().slice(0, 8)}.test`;
  await managedDirectory(peer).domains.ensure({ name, description: "First" });
  return name;
}

/** A person who may do everything, with the password "correct horse battery 42". */
export const testAccount = (address: string) => ({
  address,
  displayName: "Ana Ruiz",
  quotaBytes: 5_000_000,
  blocks: [],
  passwordHash: testPasswordHash,
});

/** A session of an account; its address is not asked for. */
export async function sessionOf(peer: Peer, accountId: string): Promise<TestUser> {
  const expiresAt = new Date(Date.now() + 600_000);
  const { secret } = await managedDirectory(peer).keys.mint({ accountId, description: "contract", expiresAt });
  const authorization = `Bearer ${secret}`;
  return { address: "", authorization, ...countingEngine(peer.baseUrl, authorization) };
}
