import { and, eq, isNotNull } from "drizzle-orm";
import { domains, tenants } from "../../../../../db/schema";
import { inScope } from "../../../../../db/transaction";
import type { Services } from "~/server/services";
import { isWorking } from "../domain-state";

const label = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
const name = new RegExp(`^(?=.{1,253}$)(?:${label}\\.)+${label}$`);

/** Whether mail programs may set themselves up for a domain: it is proven, in the engine, and neither frozen nor of a suspended tenant. */
export async function isServed({ db }: Pick<Services, "db">, domain: string): Promise<boolean> {
  if (!name.test(domain)) return false;
  const [found] = await inScope(db, { lookup: domain }, (tx) =>
    tx
      .select({ tenantId: domains.tenantId, state: domains.state, frozenUntil: domains.frozenUntil })
      .from(domains)
      .where(and(eq(domains.name, domain), isNotNull(domains.provenAt))),
  );
  if (!found || !isWorking(found.state) || found.frozenUntil) return false;
  const [tenant] = await inScope(db, { tenantId: found.tenantId }, (tx) =>
    tx.select({ state: tenants.state }).from(tenants).where(eq(tenants.id, found.tenantId)),
  );
  return tenant?.state === "active";
}
