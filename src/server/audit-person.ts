import { eq, sql } from "drizzle-orm";
import type { Transaction } from "../../db/client";
import { users } from "../../db/schema";
import { audit, type AuditEntry } from "./audit";
import { type Ctx, systemContext } from "./context";
import type { Services } from "./services";

/**
 * Writes what happened to a person's account into the log of every tenant that they are a member of: each has to know. `tx` must see the
 * person (`personId` in its scope); afterwards it sees none or the last of those tenants.
 */
export async function auditPerson(
  tx: Transaction,
  ctx: Services & Pick<Ctx, "ip" | "requestId">,
  personId: string,
  { job, ...entry }: Omit<AuditEntry, "subject"> & { job: string },
): Promise<void> {
  const places = await tx
    .select({ tenantId: users.tenantId, memberId: users.id })
    .from(users)
    .where(eq(users.personId, personId));
  for (const { tenantId, memberId } of places) {
    await tx.execute(sql`select set_config('app.tenant_id', ${tenantId}, true)`);
    const actor = { ...systemContext(ctx, { job }, tenantId), ip: ctx.ip, requestId: ctx.requestId };
    await audit(tx, actor, { ...entry, subject: { type: "member", id: memberId } });
  }
}
