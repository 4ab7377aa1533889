import { people } from "../../../../db/schema";
import { type Context, memberContext } from "~/server/context";
import type { Me, SignUp } from "../schema";
import { insertTenant } from "./create-tenant";
import { findPerson } from "./find-person";
import { getMe } from "./get-me";
import { hashPassword } from "./password-hash";
import { requireStrongPassword } from "./password-strength";
import { queueConfirmation } from "./queue-confirmation";
import { startSession } from "./start-session";

/**
 * Makes a tenant with its owner, signs the owner in, and mails a link that confirms the address. Whether the address has an account
 * already makes no difference here: nothing is theirs by it, and nothing can be sent, until that link was opened. Throws
 * `auth.weak_password`, `request.too_many`.
 */
export async function signUp(ctx: Context, { company, email, password }: SignUp): Promise<Me> {
  await ctx.rateLimit("sign-up.network", ctx.ip);
  await ctx.rateLimit("sign-up.ip", ctx.ip);
  requireStrongPassword(password, [company, email]);
  const passwordHash = await hashPassword(password);
  const isTaken = Boolean((await findPerson(ctx, email))?.emailConfirmedAt);
  const [tenantId, memberId, personId] = [Bun.randomUUIDv7(), Bun.randomUUIDv7(), Bun.randomUUIDv7()];
  const place = { personId, tenantId, memberId, role: "owner", domainIds: null, asksForFactor: false } as const;
  const locale = ctx.locale ?? "en";
  const signedIn = await startSession(
    ctx,
    { kind: "member", email, hasSecondFactor: false, ...place },
    async (tx, actor) => {
      await tx.insert(people).values({ id: personId, email, passwordHash, locale });
      await insertTenant(tx, actor, { tenantId, memberId, personId, company, confirmedAt: null });
      await queueConfirmation(tx, ctx, { personId, email, locale, tenantId, company, isTaken });
    },
  );
  return getMe(memberContext(signedIn));
}
