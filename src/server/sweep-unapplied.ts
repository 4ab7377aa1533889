import { and, gt, isNotNull, not, or } from "drizzle-orm";
import { domains, groups, mailUsers } from "../../db/schema";
import { inScope } from "../../db/transaction";
import { enqueue } from "../../jobs/enqueue";
import { hasOpenJob } from "../../jobs/has-open-job";
import type { Services } from "./services";

const batch = 500;

/**
 * Asks again for whatever the engine should have and does not, over all tenants: what an event missed, a sweep finds. Rows whose job still
 * waits or runs keep their pace. Returns how many were asked for.
 */
export async function sweepUnapplied({ db, now }: Services): Promise<number> {
  return inScope(db, { sweep: true }, async (tx) => {
    const provenDomains = await tx
      .select({ id: domains.id, tenantId: domains.tenantId })
      .from(domains)
      .where(
        and(
          gt(domains.revision, domains.appliedRevision),
          or(isNotNull(domains.provenAt), isNotNull(domains.frozenUntil)),
          not(hasOpenJob(tx, "engine.apply", domains.id)!),
        ),
      )
      .limit(batch);
    const people = await tx
      .select({ id: mailUsers.id, tenantId: mailUsers.tenantId })
      .from(mailUsers)
      .where(and(gt(mailUsers.revision, mailUsers.appliedRevision), not(hasOpenJob(tx, "engine.apply", mailUsers.id)!)))
      .limit(batch);
    const unknownGroups = await tx
      .select({ id: groups.id, tenantId: groups.tenantId })
      .from(groups)
      .where(and(gt(groups.revision, groups.appliedRevision), not(hasOpenJob(tx, "engine.apply", groups.id)!)))
      .limit(batch);
    for (const row of provenDomains)
      await enqueue(tx, "engine.apply", { ...row, kind: "domain" }, { key: row.id, runAt: now() });
    for (const row of people)
      await enqueue(tx, "engine.apply", { ...row, kind: "mail_user" }, { key: row.id, runAt: now() });
    for (const row of unknownGroups)
      await enqueue(tx, "engine.apply", { ...row, kind: "group" }, { key: row.id, runAt: now() });
    return provenDomains.length + people.length + unknownGroups.length;
  });
}
