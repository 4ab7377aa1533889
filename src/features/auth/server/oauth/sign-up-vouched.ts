import { identities, people } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import { type Context, memberContext } from "~/server/context";
import type { Me } from "../../schema";
import type { SignUpVouched } from "../../schema/oauth";
import { endRivals } from "../confirm-person";
import { insertTenant } from "../create-tenant";
import { findPerson } from "../find-person";
import { getMe } from "../get-me";
import { queueConfirmation } from "../queue-confirmation";
import { startSession } from "../start-session";
import { openCookie } from "./sealed-cookie";
import { newcomerCookie } from "./visit-cookie";

const issue = (path: string, message: string) => ({ issues: [{ path, message }] });

/**
 * Makes a tenant for a newcomer whom a provider vouches for, and signs them in: without a password. An address that the provider proves
 * counts as confirmed; any other has to be confirmed like at every sign-up. Throws `auth.link_invalid` when the visit to the provider was
 * too long ago, `auth.email_taken` when the proven address has become somebody's meanwhile, `request.too_many`.
 */
export async function signUpVouched(ctx: Context, { company, email: typed }: SignUpVouched): Promise<Me> {
  await ctx.rateLimit("sign-up.network", ctx.ip);
  await ctx.rateLimit("sign-up.ip", ctx.ip);
  const newcomer = openCookie(ctx, newcomerCookie);
  if (!newcomer) throw new AppError("auth.link_invalid");
  const { provider, subject, name } = newcomer;
  const email = newcomer.isEmailProven ? newcomer.email : (typed ?? newcomer.email);
  if (!email) throw new AppError("request.invalid", issue("email", "auth.issue_other"));
  const emailConfirmedAt = newcomer.isEmailProven ? ctx.now() : null;
  const [tenantId, memberId, personId] = [Bun.randomUUIDv7(), Bun.randomUUIDv7(), Bun.randomUUIDv7()];
  const place = { personId, tenantId, memberId, role: "owner", domainIds: null, asksForFactor: false } as const;
  const locale = ctx.locale ?? "en";
  const isTaken = emailConfirmedAt === null && Boolean((await findPerson(ctx, email))?.emailConfirmedAt);
  const who = { kind: "member", email, hasSecondFactor: false, ...place } as const;
  const signedIn = await startSession(ctx, who, async (tx, actor) => {
    const person = { id: personId, email, name, locale, emailConfirmedAt };
    // Somebody has confirmed the address, or come by this way in, since the visit began.
    const made = await tx.insert(people).values(person).onConflictDoNothing().returning({ id: people.id });
    if (made.length === 0) throw new AppError("auth.email_taken", issue("email", "auth.issue_email_taken"));
    await insertTenant(tx, actor, { tenantId, memberId, personId, company, confirmedAt: emailConfirmedAt });
    const identity = { personId, subject, provider, email, lastUsedAt: ctx.now() };
    const linked = await tx.insert(identities).values(identity).onConflictDoNothing().returning({ id: identities.id });
    if (linked.length === 0) throw new AppError("auth.link_invalid");
    if (!emailConfirmedAt) await queueConfirmation(tx, ctx, { personId, email, locale, tenantId, company, isTaken });
  });
  if (emailConfirmedAt) await endRivals(ctx, email, personId);
  ctx.cookies.clear(newcomerCookie.name);
  return getMe(memberContext(signedIn));
}
