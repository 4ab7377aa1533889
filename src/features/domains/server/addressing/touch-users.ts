import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { mailUsers } from "../../../../../db/schema";
import { enqueueAll } from "../../../../../jobs/enqueue-all";

/**
 * Has the engine brought to agree with mailbox users whose own row did not change, because what hangs on it did: one statement for a new
 * revision of all that match, and their jobs. Deleted ones too: their accounts hold addresses as well. Returns how many.
 */
export async function touchUsers(tx: Transaction, tenantId: string, which: SQL | undefined): Promise<number> {
  const touched = await tx
    .update(mailUsers)
    .set({ revision: sql`${mailUsers.revision} + 1`, applyError: null })
    .where(and(eq(mailUsers.tenantId, tenantId), which))
    .returning({ id: mailUsers.id });
  const jobs = touched.map(({ id }) => ({ payload: { tenantId, kind: "mail_user" as const, id }, key: id }));
  await enqueueAll(tx, "engine.apply", jobs);
  return touched.length;
}
