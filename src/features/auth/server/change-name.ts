import { eq } from "drizzle-orm";
import { people } from "../../../../db/schema";
import { audit } from "~/server/audit";
import type { MemberCtx } from "~/server/context";
import type { ChangeName } from "../schema/account";

/** Changes the name that colleagues see. */
export async function changeName(ctx: MemberCtx, { name }: ChangeName): Promise<void> {
  const { personId, memberId } = ctx.actor;
  const own = eq(people.id, personId);
  await ctx.txAsPerson(async (tx) => {
    const [before] = await tx.select({ name: people.name }).from(people).where(own).for("update");
    await tx.update(people).set({ name }).where(own);
    const subject = { type: "member", id: memberId } as const;
    await audit(tx, ctx, { action: "auth.change_name", subject, before, after: { name } });
  });
}
