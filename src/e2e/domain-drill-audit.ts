import { createPublicKey } from "node:crypto";
import { eq, inArray } from "drizzle-orm";
import { dkimKeys, dnsRecords, domainEvents, domains, jobs } from "../../db/schema";
import { dkimPurpose } from "../features/domains/server/dkim/seal-key";
import { readZone } from "../features/domains/server/dns/zone-files";
import { domainMoves } from "../features/domains/server/domain-state";
import { keyNamesOf } from "../features/domains/server/dkim/key-aliases";
import { verifyDomain } from "../features/domains/server/verify-domain";
import { reconcile } from "../server/reconcile";
import { type DrillWorld, keyZone } from "./domain-drill-world";
import type { Lives } from "./domain-drill-lives";

/** What does not agree after everything has settled; empty when all is well. */
export async function auditDomains(world: DrillWorld, lives: Lives): Promise<string[]> {
  const { services, owner, zoneDir } = world;
  const faults: string[] = [...lives.failed];
  for (const { name, kind, waitsFor } of lives.lives)
    if (waitsFor) faults.push(`${name} (${kind}) still waits for ${waitsFor}`);

  const dead = await owner.select().from(jobs).where(eq(jobs.state, "dead"));
  for (const { name, lastError } of dead) faults.push(`a job ${name} gave up: ${lastError}`);

  const moves = await owner.select().from(domainEvents).where(eq(domainEvents.kind, "state"));
  const allowed: Record<string, readonly string[]> = domainMoves;
  for (const { before, after, domainId } of moves)
    if (!allowed[before ?? ""]?.includes(after ?? "")) faults.push(`${domainId} went from ${before} to ${after}`);

  for (const [what, names] of Object.entries(await reconcile(services)))
    for (const name of names) faults.push(`${what}: ${name}`);

  const rows = await owner.select().from(domains);
  for (const { id, name } of rows) {
    const before = await verdictsOf(id);
    await verifyDomain(await lives.ownerOf(id), { domainId: id });
    const after = await verdictsOf(id);
    if (before !== after) faults.push(`${name} was judged otherwise than DNS says: ${before} instead of ${after}`);
  }
  faults.push(...(await faultsOfKeys()), ...(await faultsOfZone()));
  return faults;

  async function verdictsOf(domainId: string): Promise<string> {
    const [row] = await owner.select().from(domains).where(eq(domains.id, domainId));
    const records = await owner.select().from(dnsRecords).where(eq(dnsRecords.domainId, domainId));
    const states = records.map(({ recordKey, state }) => `${recordKey}=${state}`).sort();
    return [row?.state, ...states].join(" ");
  }

  async function faultsOfKeys(): Promise<string[]> {
    const found: string[] = [];
    const keys = await owner.select().from(dkimKeys);
    for (const { domainId, selector, publicKey, sealedPrivateKey } of keys) {
      const privateKey = services.secretBox.open(sealedPrivateKey, dkimPurpose(domainId));
      const spki = createPublicKey(privateKey).export({ type: "spki", format: "der" });
      if (spki.toString("base64") !== publicKey) found.push(`${domainId} ${selector}: its halves belong to two keys`);
    }
    for (const { id, name } of rows) {
      const signing = keys.filter(({ domainId, stage }) => domainId === id && stage === "active");
      if (signing.length !== 1) found.push(`${name} signs with ${signing.length} keys`);
    }
    const ended = lives.lives.filter(({ kind }) => kind === "given up" || kind === "released");
    const ids = ended.map(({ domainId }) => domainId);
    const left = ids.length > 0 ? await owner.select().from(dkimKeys).where(inArray(dkimKeys.domainId, ids)) : [];
    for (const { domainId, selector } of left) found.push(`the key ${selector} of the dead ${domainId} is still there`);
    return found;
  }

  /** The operator's zone has the keys of living domains that are led there, and nothing else. */
  async function faultsOfZone(): Promise<string[]> {
    const found: string[] = [];
    for (const { domainId, name: domain } of lives.lives)
      for (const { selector, name } of keyNamesOf(keyZone, domainId)) {
        const published = (await readZone(zoneDir, name)).length > 0;
        const [row] = rows.filter(({ id }) => id === domainId);
        if (published && !row) found.push(`the key ${selector} of ${domain} is still in the zone after its end`);
      }
    return found;
  }
}
