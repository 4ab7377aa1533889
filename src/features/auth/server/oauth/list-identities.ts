import { asc, eq } from "drizzle-orm";
import { identities } from "../../../../../db/schema";
import type { MemberCtx } from "~/server/context";
import type { Identities } from "../../schema/oauth";

/** The provider accounts that a member signs in with, and the providers that could be added. */
export async function listIdentities(ctx: MemberCtx): Promise<Identities> {
  const { personId } = ctx.actor;
  const rows = await ctx.txAsPerson((tx) =>
    tx.select().from(identities).where(eq(identities.personId, personId)).orderBy(asc(identities.id)).limit(50),
  );
  const nameOf = (provider: string) => ctx.providers.find(({ id }) => id === provider)?.name ?? provider;
  return {
    linked: rows.map(({ id, provider, email, lastUsedAt, createdAt }) => ({
      ...{ id, name: nameOf(provider), email, lastUsedAt, createdAt },
    })),
    offered: ctx.providers.map(({ id, name }) => ({ id, name })),
  };
}
