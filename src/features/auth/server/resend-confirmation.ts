import { and, eq } from "drizzle-orm";
import { people, tenants, users } from "../../../../db/schema";
import { audit } from "~/server/audit";
import type { MemberCtx } from "~/server/context";
import { findPerson } from "./find-person";
import { queueConfirmation } from "./queue-confirmation";

/** Mails the link that confirms the member's address once more; nothing is done when it is confirmed. Throws `request.too_many`. */
export async function resendConfirmation(ctx: MemberCtx): Promise<void> {
  const { personId, memberId } = ctx.actor;
  await ctx.rateLimit("link.person", personId);
  const [person] = await ctx.txAsPerson((tx) => tx.select().from(people).where(eq(people.id, personId)));
  if (!person || person.emailConfirmedAt) return;
  const { email, locale } = person;
  const isTaken = Boolean((await findPerson(ctx, email))?.emailConfirmedAt);
  await ctx.txAsPerson(async (tx) => {
    const [place] = await tx
      .select({ company: tenants.name })
      .from(users)
      .innerJoin(tenants, eq(tenants.id, users.tenantId))
      .where(and(eq(users.tenantId, ctx.tenantId), eq(users.id, memberId)));
    const company = place?.company ?? "";
    await queueConfirmation(tx, ctx, { personId, email, locale, tenantId: ctx.tenantId, company, isTaken });
    await audit(tx, ctx, { action: "auth.resend_confirmation", subject: { type: "member", id: memberId } });
  });
}
