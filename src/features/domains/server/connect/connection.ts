import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { dnsConnections } from "../../../../../db/schema";
import type { Ctx } from "~/server/context";

/** What a token is sealed for: it opens for its own domain only. */
const purposeOf = (domainId: string): string => `dns-token:${domainId}`;

const ofDomain = (ctx: Ctx, domainId: string) =>
  and(
    ...[eq(dnsConnections.tenantId, ctx.tenantId), eq(dnsConnections.domainId, domainId)],
    eq(dnsConnections.provider, "cloudflare"),
  );

/** The token of a domain and whether it is to be kept; `undefined` when there is none, or none that can be opened any more. */
export async function findToken(
  tx: Transaction,
  ctx: Ctx,
  domainId: string,
): Promise<{ token: string; isKept: boolean } | undefined> {
  const [row] = await tx.select().from(dnsConnections).where(ofDomain(ctx, domainId));
  if (!row?.sealedSecret) return undefined;
  try {
    const token = ctx.secretBox.open(row.sealedSecret, purposeOf(domainId));
    return { token, isKept: row.settings.isKept === "yes" };
  } catch {
    return undefined;
  }
}

/** Whether a token is kept; it is opened for nobody who only wants to know that. */
export async function hasKeptToken(tx: Transaction, ctx: Ctx, domainId: string): Promise<boolean> {
  const isKept = sql`${dnsConnections.settings} ->> 'isKept' = 'yes'`;
  const rows = await tx
    .select({ id: dnsConnections.id })
    .from(dnsConnections)
    .where(and(ofDomain(ctx, domainId), isKept));
  return rows.length > 0;
}

/** Seals a token until the work that needs it is over, or, when it is to be kept, until it is forgotten. */
export async function storeToken(
  tx: Transaction,
  ctx: Ctx,
  { domainId, token, isKept }: { domainId: string; token: string; isKept: boolean },
): Promise<void> {
  const sealedSecret = ctx.secretBox.seal(token, purposeOf(domainId));
  const set = { sealedSecret, settings: { isKept: isKept ? "yes" : "no" }, lastUsedAt: ctx.now() };
  await tx
    .insert(dnsConnections)
    .values({ tenantId: ctx.tenantId, domainId, provider: "cloudflare", ...set })
    .onConflictDoUpdate({ target: [dnsConnections.tenantId, dnsConnections.domainId, dnsConnections.provider], set });
}

/** Says whether there was one. */
export async function dropToken(
  tx: Transaction,
  ctx: Ctx,
  domainId: string,
  { unlessKept = false } = {},
): Promise<boolean> {
  const isOnce = unlessKept ? sql`${dnsConnections.settings} ->> 'isKept' is distinct from 'yes'` : undefined;
  const gone = await tx
    .delete(dnsConnections)
    .where(and(ofDomain(ctx, domainId), isOnce))
    .returning({ id: dnsConnections.id });
  return gone.length > 0;
}
