import { gt } from "drizzle-orm";
import { domains, mailUsers } from "../../db/schema";
import { inScope } from "../../db/transaction";
import { enqueue } from "../../jobs/enqueue";
import type { Services } from "./services";

const batch = 500;

/** Asks again for whatever the engine does not have yet, over all tenants: what an event missed, a sweep finds. Returns how many. */
export async function sweepUnapplied({ db, now }: Services): Promise<number> {
  return inScope(db, { sweep: true }, async (tx) => {
    let found = 0;
    for (const [kind, table] of [
      ["domain", domains],
      ["mail_user", mailUsers],
    ] as const) {
      const unapplied = gt(table.revision, table.appliedRevision);
      const rows = await tx
        .select({ id: table.id, tenantId: table.tenantId })
        .from(table)
        .where(unapplied)
        .limit(batch);
      for (const row of rows) await enqueue(tx, "engine.apply", { ...row, kind }, { key: row.id, runAt: now() });
      found += rows.length;
    }
    return found;
  });
}
