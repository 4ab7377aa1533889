import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { groups } from "../../../../../db/schema";
import { inScope } from "../../../../../db/transaction";
import { enqueue } from "../../../../../jobs/enqueue";
import type { Services } from "~/server/services";

/**
 * Has the posts of a group looked at now, when the engine has told that mail came for that account. Costs one indexed look-up, and nothing more
 * for an account that is no group's. True when it is one.
 */
export async function notePostArrived({ db }: Pick<Services, "db">, accountId: string): Promise<boolean> {
  return inScope(db, { sweep: true }, async (tx) => {
    const [group] = await tx
      .select({ id: groups.id, tenantId: groups.tenantId })
      .from(groups)
      .where(and(eq(groups.engineId, accountId), isNotNull(groups.sealedEngineKey), isNull(groups.deletedAt)));
    if (group) await enqueue(tx, "group.posts", { tenantId: group.tenantId, groupId: group.id }, { key: group.id });
    return group !== undefined;
  });
}
