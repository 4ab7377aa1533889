import { and, eq, gt, isNotNull, not } from "drizzle-orm";
import { mailUsers, submissions, tenants } from "../../../../../db/schema";
import { inScope } from "../../../../../db/transaction";
import { enqueue } from "../../../../../jobs/enqueue";
import { hasOpenJob } from "../../../../../jobs/has-open-job";
import type { Services } from "~/server/services";
import { openBefore, youngMs } from "./settle-outbox";

/** The mail server forgets submissions after three days; what is older than this stays unknown. */
const oldestMs = 3 * 24 * 60 * 60 * 1000;
const usersAtOnce = 200;

/** Finds mailbox users with sends of which nobody knows the end. Returns how many there are. */
export async function sweepOutbox({ db, now }: Services): Promise<number> {
  const at = now().getTime();
  return inScope(db, { sweep: true }, async (tx) => {
    const users = await tx
      .selectDistinct({ tenantId: submissions.tenantId, userId: submissions.mailUserId })
      .from(submissions)
      .innerJoin(tenants, and(eq(tenants.id, submissions.tenantId), eq(tenants.state, "active")))
      .innerJoin(mailUsers, and(eq(mailUsers.id, submissions.mailUserId), isNotNull(mailUsers.engineId)))
      .where(
        and(
          openBefore(new Date(at - youngMs)),
          ...[eq(mailUsers.maySignIn, true), gt(submissions.createdAt, new Date(at - oldestMs))],
          not(hasOpenJob(tx, "outbox.settle", submissions.mailUserId)!),
        ),
      )
      .limit(usersAtOnce);
    for (const user of users) await enqueue(tx, "outbox.settle", user, { key: user.userId });
    return users.length;
  });
}
