import { and, eq, exists, isNotNull, isNull, lte, ne, not, or, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Transaction } from "../../../../../db/client";
import { dkimKeys, domains } from "../../../../../db/schema";
import { inScope } from "../../../../../db/transaction";
import { enqueue } from "../../../../../jobs/enqueue";
import { hasOpenJob } from "../../../../../jobs/has-open-job";
import type { Services } from "~/server/services";
import { keyLife } from "./key-life";

const batch = 200;

/** Whether a key of the same kind waits already. */
function isFollowed(tx: Transaction): SQL {
  const next = alias(dkimKeys, "next_key");
  const same = and(eq(next.domainId, dkimKeys.domainId), eq(next.algorithm, dkimKeys.algorithm));
  return exists(
    tx
      .select({ id: next.id })
      .from(next)
      .where(and(same, eq(next.stage, "pending"))),
  );
}

/** Asks for the next step of every key, of whichever tenant, whose time has come; returns how many domains have such keys. */
export async function sweepRotations(services: Services): Promise<number> {
  const now = services.now();
  const before = (ms: number) => new Date(now.getTime() - ms);
  const stage = (name: "pending" | "active" | "retiring" | "retired") => eq(dkimKeys.stage, name);
  return inScope(services.db, { sweep: true }, async (tx) => {
    const due = await tx
      .selectDistinct({ tenantId: dkimKeys.tenantId, domainId: dkimKeys.domainId })
      .from(dkimKeys)
      .innerJoin(domains, eq(domains.id, dkimKeys.domainId))
      .where(
        and(
          ...[isNotNull(domains.provenAt), isNull(domains.frozenUntil)],
          ...[ne(domains.state, "releasing"), ne(domains.state, "suspended")],
          or(
            and(stage("active"), lte(dkimKeys.activatedAt, before(keyLife.rotateAfterMs)), not(isFollowed(tx))),
            and(stage("pending"), isNotNull(dkimKeys.publishedAt), lte(dkimKeys.activatedAt, now)),
            and(stage("retiring"), lte(dkimKeys.retiringAt, before(keyLife.retireAfterMs))),
            and(stage("retired"), lte(dkimKeys.retiredAt, before(keyLife.deleteAfterMs))),
          ),
          not(hasOpenJob(tx, "dkim.rotate", dkimKeys.domainId)!),
        ),
      )
      .limit(batch);
    for (const payload of due) await enqueue(tx, "dkim.rotate", payload, { key: payload.domainId, runAt: now });
    return due.length;
  });
}
