import { and, asc, eq } from "drizzle-orm";
import { people, users } from "../../../../../db/schema";
import type { Ctx } from "~/server/context";

/** The language that a tenant's mailbox users are written to in: that of its first owner, as theirs is not known. */
export async function findLocale(ctx: Ctx): Promise<string> {
  const owners = and(eq(users.tenantId, ctx.tenantId), eq(users.role, "owner"));
  const [first] = await ctx.tx((tx) =>
    tx
      .select({ locale: people.locale })
      .from(users)
      .innerJoin(people, eq(people.id, users.personId))
      .where(owners)
      .orderBy(asc(users.id))
      .limit(1),
  );
  return first?.locale ?? "en";
}
