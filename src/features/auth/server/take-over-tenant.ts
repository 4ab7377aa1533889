import { eq, sql } from "drizzle-orm";
import type { Transaction } from "../../../../db/client";
import { apiTokens, invitations, people, tenants, users, webhooks } from "../../../../db/schema";
import { inScope } from "../../../../db/transaction";
import { audit } from "~/server/audit";
import { type Context, systemContext } from "~/server/context";
import { type EndedPersonSession, endPersonSessions, releasePersonSessions } from "~/server/end-person-sessions";
import { type PersonToken, usePersonToken } from "./person-token";

/**
 * Gives what a provisional person made to the one who has confirmed the address: their place in each tenant goes over, and the
 * provisional person is deleted, password, factors and sessions included. Whoever signed up may have been a stranger, so keys, webhooks
 * and invitations that they made go, too. Resolves to the name of the tenant. Throws `auth.link_invalid`.
 */
export async function takeOverTenant(ctx: Context, link: PersonToken, heirId: string): Promise<string> {
  const { personId } = link;
  const { ended, name } = await inScope(ctx.db, { personId }, async (tx) => {
    await usePersonToken(tx, link);
    const places = await tx
      .select({ id: users.id, tenantId: users.tenantId, role: users.role, name: tenants.name })
      .from(users)
      .innerJoin(tenants, eq(tenants.id, users.tenantId))
      .where(eq(users.personId, personId));
    const ended: EndedPersonSession[] = await endPersonSessions(tx, personId);
    for (const place of places) await hand(tx, ctx, place, heirId);
    await tx.delete(people).where(eq(people.id, personId));
    return { ended, name: places[0]?.name ?? "" };
  });
  await releasePersonSessions(ctx, ended);
  return name;
}

type Place = Pick<typeof users.$inferSelect, "id" | "tenantId" | "role">;

async function hand(tx: Transaction, ctx: Context, { id, tenantId, role }: Place, personId: string): Promise<void> {
  await tx.execute(sql`select set_config('app.tenant_id', ${tenantId}, true)`);
  for (const table of [apiTokens, webhooks, invitations]) await tx.delete(table).where(eq(table.tenantId, tenantId));
  // A new row, not the old one changed: nothing that hangs on the old one goes over.
  await tx.delete(users).where(eq(users.id, id));
  const memberId = Bun.randomUUIDv7();
  await tx.insert(users).values({ id: memberId, tenantId, personId, role }).onConflictDoNothing();
  await tx.update(tenants).set({ confirmedAt: ctx.now() }).where(eq(tenants.id, tenantId));
  const actor = { ...systemContext(ctx, { job: "confirm" }, tenantId), ip: ctx.ip, requestId: ctx.requestId };
  const subject = { type: "tenant", id: tenantId } as const;
  await audit(tx, actor, { action: "auth.take_over", subject, after: { member: memberId } });
}
