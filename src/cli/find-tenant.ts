import { eq } from "drizzle-orm";
import { tenants } from "../../db/schema";
import { inScope } from "../../db/transaction";
import { AppError } from "../lib/errors";
import { type Ctx, systemContext } from "../server/context";
import type { Services } from "../server/services";
import { UsageError } from "./script";

const form = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The tenant with that id, as `tenant:create` and `tenant:list` print it. Throws `UsageError`, `tenant.not_found`. */
export async function findTenant(
  services: Services,
  script: string,
  tenantId: string,
): Promise<{ ctx: Ctx; name: string }> {
  if (!form.test(tenantId)) throw new UsageError("--tenant must be an id, as tenant:list prints it");
  const [tenant] = await inScope(services.db, { tenantId }, (tx) =>
    tx.select({ name: tenants.name }).from(tenants).where(eq(tenants.id, tenantId)),
  );
  if (!tenant) throw new AppError("tenant.not_found");
  return { ctx: systemContext(services, { script }, tenantId), name: tenant.name };
}
