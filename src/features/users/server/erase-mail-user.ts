import { and, eq, lte } from "drizzle-orm";
import { aliases, mailUsers } from "../../../../db/schema";
import { audit } from "~/server/audit";
import type { Ctx } from "~/server/context";
import { unknownHash } from "./access/unknown-hash";
import { windowStart } from "~/lib/delete-window";
import type { MailUserSubject } from "./mail-user-subject";
import { moveCatchAll } from "./move-catch-all";

/**
 * Erases a deleted mailbox user whose time is over: the account with all mail in the engine, then the row with aliases and memberships. Its addresses
 * are free afterwards. Goes on where it was interrupted. Rejects with `EngineError`.
 */
export async function eraseMailUser(ctx: Ctx, user: MailUserSubject): Promise<void> {
  await removeAccount(ctx, user);
  const { tenantId } = ctx;
  const { id, address, domainId } = user;
  await ctx.tx(async (tx) => {
    const own = and(eq(mailUsers.tenantId, tenantId), eq(mailUsers.id, id));
    const isDue = and(eq(mailUsers.state, "deleted"), lte(mailUsers.deletedAt, windowStart(ctx.now())));
    const others = await tx
      .select({ address: aliases.address })
      .from(aliases)
      .where(and(eq(aliases.tenantId, tenantId), eq(aliases.mailUserId, id)));
    const gone = await tx.delete(mailUsers).where(and(own, isDue)).returning({ id: mailUsers.id });
    if (gone.length === 0) return;
    // Mail to unknown addresses went there.
    for (const held of [address, ...others.map((alias) => alias.address)]) await moveCatchAll(tx, tenantId, held, null);
    const subject = { type: "mail_user", id } as const;
    await audit(tx, ctx, { action: "user.erase", subject, before: { address, domainId } });
  });
}

/** By address; renamed since the engine last heard of it, it is brought there first. */
async function removeAccount({ engine }: Ctx, user: MailUserSubject): Promise<void> {
  const { accounts } = engine.directory;
  const { address, displayName, quotaBytes, blocks, engineId } = user;
  const isElsewhere = engineId !== null && (await accounts.find(address)) === null;
  if (isElsewhere)
    await accounts.ensure({
      ...{ address, displayName, quotaBytes, blocks },
      ...{ passwordHash: unknownHash(user.id), aliases: [], accountId: engineId },
    });
  await accounts.remove(address);
}
