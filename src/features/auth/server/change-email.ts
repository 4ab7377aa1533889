import { audit } from "~/server/audit";
import type { MemberCtx } from "~/server/context";
import { eq } from "drizzle-orm";
import { people } from "../../../../db/schema";
import { AppError } from "~/lib/errors";
import { queueNotice } from "~/server/notices/queue-notice";
import type { ChangeEmail } from "../schema/account";
import { findPerson } from "./find-person";
import { issueLink, voidPersonTokens } from "./person-token";

/**
 * Mails a link to the address that the member wants to sign in with; it becomes theirs when the link is opened (`confirmEmail`). Whether it
 * has an account already makes no difference here: then its owner is told, and there is no link. Throws `request.too_many`.
 */
export async function changeEmail(ctx: MemberCtx, { email }: ChangeEmail): Promise<void> {
  const { personId, memberId } = ctx.actor;
  await ctx.rateLimit("link.person", personId);
  const holder = await findPerson(ctx, email);
  const isTaken = Boolean(holder?.emailConfirmedAt) && holder?.id !== personId;
  await ctx.txAsPerson(async (tx) => {
    const [person] = await tx.select().from(people).where(eq(people.id, personId));
    if (!person) throw new AppError("auth.required");
    const { locale } = person;
    await voidPersonTokens(tx, personId, "change_email");
    const link = await issueLink(tx, ctx, { personId, kind: "change_email", email });
    const sent = { recipient: email, locale, tenantId: ctx.tenantId };
    await (isTaken
      ? queueNotice(tx, ctx, { kind: "email_in_use", fields: {}, ...sent })
      : queueNotice(tx, ctx, { kind: "change_email", fields: { link }, ...sent }));
    const subject = { type: "member", id: memberId } as const;
    await audit(tx, ctx, { action: "auth.request_email_change", subject, after: { email } });
  });
}
