import { and, asc, count, eq, gt, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import type { Transaction } from "../../db/client";
import { domains, mailUsers, notices, people, personTokens, tenants, users } from "../../db/schema";
import { inScope } from "../../db/transaction";
import type { Services } from "./services";

const dayMs = 86_400_000;
/** For so long an address may wait to be confirmed. */
const patienceMs = 7 * dayMs;
const batch = 200;

/**
 * Removes links that are over, mail of the platform that could not be sent for a day or was kept for one, and people who did not confirm
 * their address within a week, with the tenants that waited for it. A tenant of which the mail server knows something is left.
 */
export async function prunePeople(services: Services): Promise<void> {
  const { db, now } = services;
  await inScope(db, { sweep: true }, (tx) =>
    tx.delete(notices).where(lt(notices.createdAt, sql`now() - interval '1 day'`)),
  );
  const over = await inScope(db, { sweep: true }, (tx) =>
    tx
      .selectDistinct({ personId: personTokens.personId })
      .from(personTokens)
      .where(lt(personTokens.expiresAt, now()))
      .limit(batch),
  );
  for (const { personId } of over)
    await inScope(db, { personId }, (tx) =>
      tx.delete(personTokens).where(and(eq(personTokens.personId, personId), lt(personTokens.expiresAt, now()))),
    );
  const before = new Date(now().getTime() - patienceMs);
  for (let after = ""; ;) {
    const found = await inScope(db, { sweep: true }, (tx) => listUnconfirmed(tx, before, after));
    for (const { id } of found) await inScope(db, { personId: id }, (tx) => removePerson(tx, id));
    if (found.length < batch) return;
    after = found.at(-1)!.id;
  }
}

const listUnconfirmed = (tx: Transaction, before: Date, after: string) =>
  tx
    .select({ id: people.id })
    .from(people)
    .where(and(isNull(people.emailConfirmedAt), lt(people.createdAt, before), after ? gt(people.id, after) : undefined))
    .orderBy(asc(people.id))
    .limit(batch);

async function removePerson(tx: Transaction, personId: string): Promise<void> {
  // Held, so that nobody confirms the address meanwhile.
  const unconfirmed = and(eq(people.id, personId), isNull(people.emailConfirmedAt));
  const [person] = await tx.select({ id: people.id }).from(people).where(unconfirmed).for("update");
  if (!person) return;
  const places = await tx
    .select({ tenantId: tenants.id, confirmedAt: tenants.confirmedAt })
    .from(users)
    .innerJoin(tenants, eq(tenants.id, users.tenantId))
    .where(eq(users.personId, personId));
  let left = 0;
  for (const { tenantId, confirmedAt } of places) {
    await tx.execute(sql`select set_config('app.tenant_id', ${tenantId}, true)`);
    if (confirmedAt || (await isInUse(tx, tenantId))) left++;
    else await tx.delete(tenants).where(eq(tenants.id, tenantId));
  }
  if (left === 0) await tx.delete(people).where(eq(people.id, personId));
}

/** Whether the mail server has, or is about to have, something of a tenant, or somebody else is a member of it. */
async function isInUse(tx: Transaction, tenantId: string): Promise<boolean> {
  const [[members], [mailboxes], [known]] = await Promise.all([
    tx.select({ n: count() }).from(users).where(eq(users.tenantId, tenantId)),
    tx.select({ n: count() }).from(mailUsers).where(eq(mailUsers.tenantId, tenantId)),
    tx
      .select({ n: count() })
      .from(domains)
      .where(and(eq(domains.tenantId, tenantId), or(isNotNull(domains.provenAt), isNotNull(domains.engineId)))),
  ]);
  return (members?.n ?? 0) > 1 || (mailboxes?.n ?? 0) > 0 || (known?.n ?? 0) > 0;
}
