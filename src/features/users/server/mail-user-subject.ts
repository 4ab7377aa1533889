import { and, eq } from "drizzle-orm";
import { domains, mailUsers, tenants } from "../../../../db/schema";
import type { AccountBlock } from "~/engine/engine-directory";
import type { Ctx } from "~/server/context";
import { aliasesOf } from "./aliases/aliases-of";
import { blocksOf } from "./blocks-of";
import { isOver } from "~/lib/delete-window";
import { engineQuotaOf, isPoolFull } from "./usage/engine-quota";
import type { MailUserRow } from "./mail-user-view";

/** A mailbox user with what the engine shall know beside its row. */
export type MailUserSubject = MailUserRow & {
  aliases: string[];
  blocks: AccountBlock[];
  /** Deleted for so long that nothing of it is kept. */
  isOver: boolean;
};

/** Nothing for a tenant whose time is over: what is about to be erased must not be made anew. */
export async function findMailUser(ctx: Ctx, userId: string): Promise<MailUserSubject | undefined> {
  return ctx.tx(async (tx) => {
    const [found] = await tx
      .select({
        user: mailUsers,
        tenantState: tenants.state,
        eraseAt: tenants.eraseAt,
        frozenUntil: domains.frozenUntil,
        isFull: isPoolFull,
      })
      .from(mailUsers)
      .innerJoin(tenants, eq(tenants.id, mailUsers.tenantId))
      .innerJoin(domains, eq(domains.id, mailUsers.domainId))
      .where(and(eq(mailUsers.tenantId, ctx.tenantId), eq(mailUsers.id, userId)));
    if (!found || (found.eraseAt && found.eraseAt <= ctx.now())) return undefined;
    const { user, tenantState, frozenUntil, isFull } = found;
    const blocks = blocksOf({ ...user, tenantState, isFrozen: frozenUntil !== null });
    const quotaBytes = engineQuotaOf(user, isFull);
    return { ...user, quotaBytes, blocks, aliases: await aliasesOf(tx, user), isOver: isOver(user, ctx.now()) };
  });
}
