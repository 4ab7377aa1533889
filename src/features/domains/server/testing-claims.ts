import { randomBytes } from "node:crypto";
import { dkimKeys, domains } from "../../../../db/schema";
import type { Ctx } from "~/server/context";
import { makeDkimKey } from "./dns/dkim-key";
import type { ZoneRecord } from "./dns/zone-files";
import { dkimPurpose } from "./dkim/seal-key";
import { findSubject } from "./domain-subject";

const pairs = new Map<string, ReturnType<typeof makeDkimKey>>();

/**
 * A claim as `addDomain` leaves it, without its job, for tests that need hundreds: a tenant's claims share one key pair, since making one takes
 * far longer than all the rest. `domain` are further columns.
 */
export async function cheapClaim(
  ctx: Ctx,
  name: string,
  domain: Partial<typeof domains.$inferInsert> = {},
): Promise<{ id: string; proofToken: string; publicKey: string }> {
  const pair = pairs.get(ctx.tenantId) ?? makeDkimKey();
  pairs.set(ctx.tenantId, pair);
  const { privateKey, publicKey } = await pair;
  const [id, proofToken] = [Bun.randomUUIDv7(), randomBytes(16).toString("hex")];
  const { tenantId } = ctx;
  const sealedPrivateKey = ctx.secretBox.seal(privateKey, dkimPurpose(id));
  await ctx.tx(async (tx) => {
    await tx.insert(domains).values({ id, tenantId, name, proofToken, nextCheckAt: ctx.now(), ...domain });
    await tx.insert(dkimKeys).values({
      ...{ tenantId, domainId: id, selector: "dm1", algorithm: "rsa-sha256" },
      ...{ publicKey, sealedPrivateKey },
    });
  });
  return { id, proofToken, publicKey };
}

/** The records that a domain should publish, as a zone has them. */
export async function wantedIn(ctx: Ctx, domainId: string): Promise<ZoneRecord[]> {
  const subject = await ctx.tx((tx) => findSubject(tx, ctx, domainId));
  if (!subject) throw new Error("there is no such domain");
  return subject.wanted.map(({ name, type, value }) => ({ name, type, value, ttlSeconds: 1 }));
}
