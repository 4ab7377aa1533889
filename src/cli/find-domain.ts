import { and, desc, eq, isNotNull } from "drizzle-orm";
import { domains } from "../../db/schema";
import { inScope } from "../../db/transaction";
import { AppError } from "../lib/errors";
import { type Ctx, systemContext } from "../server/context";
import type { Services } from "../server/services";

/** The domain of that name: the proven one, else the newest claim. Throws `domain.not_found`. */
export async function findDomain(
  services: Services,
  script: string,
  name: string,
): Promise<{ ctx: Ctx; domainId: string }> {
  const [proven] = await inScope(services.db, { sweep: true }, (tx) =>
    tx
      .select()
      .from(domains)
      .where(and(eq(domains.name, name), isNotNull(domains.provenAt))),
  );
  const [claim] = await inScope(services.db, { sweep: true }, (tx) =>
    tx.select().from(domains).where(eq(domains.name, name)).orderBy(desc(domains.createdAt)).limit(1),
  );
  const domain = proven ?? claim;
  if (!domain) throw new AppError("domain.not_found");
  return { ctx: systemContext(services, { script }, domain.tenantId), domainId: domain.id };
}
