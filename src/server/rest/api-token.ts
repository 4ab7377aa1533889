import { and, count, eq } from "drizzle-orm";
import { apiTokens, passkeys, people, tenants, users } from "../../../db/schema";
import { inScope } from "../../../db/transaction";
import { type ApiScope, apiScopes } from "../../lib/api-scopes";
import type { TenantId, TokenBearer } from "../context";
import type { Services } from "../services";
import { hashToken } from "../session-token";
import { isWithin } from "./networks";
import { isApiToken } from "./token-format";

type TokenRow = typeof apiTokens.$inferSelect;

/**
 * Who holds an API token, as the rows say now: a revoked or expired token, one used from elsewhere than allowed, and one whose member
 * or tenant may not go on are all nobody's. Asked for every call and never remembered, so that all of that counts at once.
 */
export async function tokenBearerOf(services: Services, token: string, ip: string): Promise<TokenBearer | null> {
  if (!isApiToken(token)) return null;
  const hash = hashToken(token);
  const [row] = await inScope(services.db, { lookup: hash }, (tx) =>
    tx.select().from(apiTokens).where(eq(apiTokens.tokenHash, hash)),
  );
  if (!row || (row.expiresAt && row.expiresAt <= services.now())) return null;
  if (row.networks && !isWithin(ip, row.networks)) return null;
  const holder = await findHolder(services, row);
  if (!holder) return null;
  return {
    ...{ tokenId: row.id, tenantId: row.tenantId as TenantId, name: row.name, role: holder.role },
    scopes: row.scopes.filter((scope): scope is ApiScope => (apiScopes as readonly string[]).includes(scope)),
    domainIds: narrower(row.domainIds, holder.domainIds),
  };
}

/** The domains in both; null means all. */
const narrower = (one: string[] | null, other: string[] | null) =>
  one && other ? one.filter((id) => other.includes(id)) : (one ?? other);

/** What the token's member may do; a token of the tenant acts as an admin. */
async function findHolder(services: Services, { tenantId, memberId }: TokenRow) {
  const isOpen = and(eq(tenants.id, tenantId), eq(tenants.state, "active"));
  const found = await inScope(services.db, { tenantId }, async (tx) => {
    const [tenant] = await tx.select({ asksForFactor: tenants.requiresSecondFactor }).from(tenants).where(isOpen);
    if (!tenant || !memberId) return tenant && { ...tenant, role: "admin" as const, domainIds: null, personId: null };
    const [member] = await tx
      .select({ role: users.role, domainIds: users.domainIds, personId: users.personId, totp: people.sealedTotpSecret })
      .from(users)
      .innerJoin(people, eq(people.id, users.personId))
      .where(and(eq(users.tenantId, tenantId), eq(users.id, memberId)));
    return member && { ...member, ...tenant };
  });
  if (!found?.personId || !found.asksForFactor || found.totp) return found;
  return (await hasPasskey(services, found.personId)) ? found : undefined;
}

async function hasPasskey({ db }: Services, personId: string): Promise<boolean> {
  const [keys] = await inScope(db, { personId }, (tx) =>
    tx.select({ count: count() }).from(passkeys).where(eq(passkeys.personId, personId)),
  );
  return (keys?.count ?? 0) > 0;
}
