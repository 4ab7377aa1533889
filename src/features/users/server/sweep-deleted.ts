import { and, eq, lte, not } from "drizzle-orm";
import { mailUsers } from "../../../../db/schema";
import { inScope } from "../../../../db/transaction";
import { enqueueAll } from "../../../../jobs/enqueue-all";
import { hasOpenJob } from "../../../../jobs/has-open-job";
import type { Services } from "~/server/services";
import { windowStart } from "~/lib/delete-window";

const batch = 500;

/** Asks for the erasure of every deleted mailbox user whose time is over; returns how many. */
export async function sweepDeleted({ db, now }: Services): Promise<number> {
  return inScope(db, { sweep: true }, async (tx) => {
    const due = await tx
      .select({ id: mailUsers.id, tenantId: mailUsers.tenantId })
      .from(mailUsers)
      .where(
        and(
          eq(mailUsers.state, "deleted"),
          lte(mailUsers.deletedAt, windowStart(now())),
          not(hasOpenJob(tx, "engine.apply", mailUsers.id)!),
        ),
      )
      .orderBy(mailUsers.deletedAt)
      .limit(batch);
    const jobs = due.map((row) => ({ payload: { ...row, kind: "mail_user" as const }, key: row.id }));
    await enqueueAll(tx, "engine.apply", jobs);
    return due.length;
  });
}
