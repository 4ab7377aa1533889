import { and, eq, gt, isNotNull, ne } from "drizzle-orm";
import { mailUsers } from "../../../../db/schema";
import type { Ctx } from "~/server/context";
import { engineHashOf } from "./access/engine-hash-of";
import type { MailUserSubject } from "./mail-user-subject";

/**
 * Two mailbox users who have swapped addresses wait for each other in the engine for ever. Where somebody else of the tenant waits for an address, too,
 * this one lets go of all it has there and is not meant to keep, so that the next attempts of both succeed. Rejects with `EngineError`.
 */
export async function letGo(ctx: Ctx, user: MailUserSubject): Promise<void> {
  const { address, displayName, quotaBytes, blocks, engineId } = user;
  if (engineId === null || !(await isAnybodyWaiting(ctx, user))) return;
  const { accounts } = ctx.engine.directory;
  const isThere = (await accounts.find(address))?.accountId === engineId;
  // Nobody else's, for as long as it takes.
  const aside = `${user.id}${address.slice(address.lastIndexOf("@"))}`;
  await accounts.ensure({
    ...{ address: isThere ? address : aside, displayName, quotaBytes, blocks, aliases: [] },
    ...{ passwordHash: engineHashOf(user), accountId: engineId },
  });
}

async function isAnybodyWaiting({ tenantId, tx: inTx }: Ctx, { id }: MailUserSubject): Promise<boolean> {
  const waits = and(gt(mailUsers.revision, mailUsers.appliedRevision), eq(mailUsers.applyError, "conflict"));
  const others = and(eq(mailUsers.tenantId, tenantId), ne(mailUsers.id, id), isNotNull(mailUsers.engineId));
  const found = await inTx((tx) => tx.select({ id: mailUsers.id }).from(mailUsers).where(and(others, waits)).limit(1));
  return found.length > 0;
}
