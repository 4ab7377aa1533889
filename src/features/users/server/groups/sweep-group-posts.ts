import { and, eq, exists, isNotNull, isNull, not } from "drizzle-orm";
import { domains, groupPosts, groups, tenants } from "../../../../../db/schema";
import { inScope } from "../../../../../db/transaction";
import { enqueue } from "../../../../../jobs/enqueue";
import { hasOpenJob } from "../../../../../jobs/has-open-job";
import { EngineError } from "~/engine/engine-error";
import { createGate } from "~/lib/gate";
import type { Services } from "~/server/services";
import { openGroupKey } from "./group-key";

const askedAtOnce = 6;

/**
 * Finds groups for which posts came that nobody has told of, and those that were on their way when a worker ended. One cheap question to the engine for
 * each group with a rule. Returns how many were found.
 */
export async function sweepGroupPosts(services: Services): Promise<number> {
  const { db } = services;
  const known = await inScope(db, { sweep: true }, (tx) => {
    const own = and(eq(groupPosts.groupId, groups.id), eq(groupPosts.state, "passing"));
    const isPassing = exists(tx.select({ id: groupPosts.id }).from(groupPosts).where(own));
    return tx
      .select({
        ...{ id: groups.id, tenantId: groups.tenantId, sealed: groups.sealedEngineKey, state: groups.postState },
        isPassing: isPassing.mapWith(Boolean),
      })
      .from(groups)
      .innerJoin(tenants, and(eq(tenants.id, groups.tenantId), eq(tenants.state, "active")))
      .innerJoin(domains, and(eq(domains.id, groups.domainId), isNull(domains.frozenUntil)))
      .where(
        and(
          isNotNull(groups.sealedEngineKey),
          isNull(groups.deletedAt),
          not(hasOpenJob(tx, "group.posts", groups.id)!),
        ),
      );
  });
  const inTurn = createGate(askedAtOnce);
  const found = await Promise.all(
    known.map(async ({ id, sealed, state, isPassing }) => {
      if (state === null || isPassing) return true;
      return inTurn(() => hasNews(services, { id, sealed: sealed!, state }));
    }),
  );
  const due = known.filter((_, at) => found[at]);
  if (due.length > 0)
    await inScope(db, { sweep: true }, async (tx) => {
      for (const { id, tenantId } of due) await enqueue(tx, "group.posts", { tenantId, groupId: id }, { key: id });
    });
  return due.length;
}

async function hasNews(services: Services, { id, sealed, state }: { id: string; sealed: string; state: string }) {
  const { engine, secretBox, log } = services;
  try {
    const changes = await engine.forUser(openGroupKey(secretBox, id, sealed)).changes({ type: "Email", state });
    return changes.created.length > 0 || changes.hasMore;
  } catch (error) {
    if (error instanceof EngineError && error.failure === "stateTooOld") return true;
    // The next sweep asks again: one group in trouble keeps the others waiting for nothing.
    log.warn("a group's posts could not be looked at", { group_id: id, error });
    return false;
  }
}
