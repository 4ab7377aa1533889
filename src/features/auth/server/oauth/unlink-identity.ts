import { and, eq, ne } from "drizzle-orm";
import { identities, passkeys, people } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import { audit } from "~/server/audit";
import type { MemberCtx } from "~/server/context";
import { queueNotice } from "~/server/notices/queue-notice";
import { changeOf } from "./factor-change";

/**
 * Takes a provider's account from a member's ways in, and tells them. Throws `identity.not_found`, and `auth.last_way_in` when nothing else
 * would let them in.
 */
export async function unlinkIdentity(ctx: MemberCtx, { identityId }: { identityId: string }): Promise<void> {
  const { personId } = ctx.actor;
  await ctx.txAsPerson(async (tx) => {
    // Whoever removes two ways in at once does so one after the other.
    const [person] = await tx.select().from(people).where(eq(people.id, personId)).for("update");
    const isMine = eq(identities.personId, personId);
    const [gone] = await tx
      .delete(identities)
      .where(and(isMine, eq(identities.id, identityId)))
      .returning();
    if (!person || !gone) throw new AppError("identity.not_found");
    const [otherIdentity] = await tx
      .select()
      .from(identities)
      .where(and(isMine, ne(identities.id, identityId)))
      .limit(1);
    const [passkey] = await tx.select().from(passkeys).where(eq(passkeys.personId, personId)).limit(1);
    if (!person.passwordHash && !otherIdentity && !passkey) throw new AppError("auth.last_way_in");
    const { provider, email } = gone;
    await queueNotice(tx, ctx, {
      ...{ kind: "second_factor_changed", recipient: person.email, locale: person.locale },
      fields: changeOf(ctx, person.locale, "removed", provider),
    });
    const subject = { type: "person", id: personId } as const;
    await audit(tx, ctx, { action: "identity.unlink", subject, before: { provider, email } });
  });
}
