import { asc, eq } from "drizzle-orm";
import { passkeys, tenants } from "../../../../../db/schema";
import type { MemberCtx } from "~/server/context";
import type { Security } from "../../schema/security";
import { readFactors } from "./read-factors";
import { relyingParty } from "./relying-party";

/** How the member signs in. */
export async function getSecurity(ctx: MemberCtx): Promise<Security> {
  const { personId } = ctx.actor;
  const [known, keys, [tenant]] = await ctx.txAsPerson((tx) =>
    Promise.all([
      readFactors(tx, personId),
      tx.select().from(passkeys).where(eq(passkeys.personId, personId)).orderBy(asc(passkeys.id)),
      tx.select({ isAsked: tenants.requiresSecondFactor }).from(tenants).where(eq(tenants.id, ctx.tenantId)),
    ]),
  );
  const { hasPassword, hasTotp, recoveryCodesLeft } = known;
  return {
    ...{ hasPassword, hasTotp, recoveryCodesLeft },
    passkeys: keys.map(({ id, name, isBackedUp, createdAt, lastUsedAt }) => ({
      ...{ id, name, isBackedUp, createdAt: createdAt.toISOString(), lastUsedAt: lastUsedAt?.toISOString() ?? null },
    })),
    isFactorRequired: tenant?.isAsked ?? false,
    passkeyHost: relyingParty(ctx).rpID,
  };
}
