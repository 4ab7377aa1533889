import { and, eq } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { invitations, people, users } from "../../../../../db/schema";
import { inScope } from "../../../../../db/transaction";
import { AppError } from "~/lib/errors";
import { audit } from "~/server/audit";
import { type Context, type Ctx, memberContext, systemContext } from "~/server/context";
import type { Accepted, AcceptInvitation } from "../../schema/team";
import { findPerson } from "../find-person";
import { getMe } from "../get-me";
import { hashPassword } from "../password-hash";
import { requireStrongPassword } from "../password-strength";
import { startSession } from "../start-session";
import { findInvitation, type FoundInvitation } from "./find-invitation";
import { signedInPerson } from "./look-at-invitation";

/**
 * Joins the team, once for each link. Who is signed in joins as that person; who has no account makes one with name and password, and the
 * link is proof of the address. Throws `auth.link_invalid`, `invitation.other_address`, `auth.not_confirmed`, `auth.required` when there is
 * an account to sign in with first, `request.invalid`, `auth.weak_password`, `member.already_there`, `request.too_many`.
 */
export async function acceptInvitation(ctx: Context, input: AcceptInvitation): Promise<Accepted> {
  await ctx.rateLimit("invitation.ip", ctx.ip);
  const invitation = await findInvitation(ctx, input.token);
  return ctx.member ? joinAs(ctx, ctx.member, invitation) : signUpAs(ctx, input, invitation);
}

async function joinAs(
  ctx: Context,
  member: NonNullable<Context["member"]>,
  invitation: FoundInvitation,
): Promise<Accepted> {
  const { personId } = member;
  const { tenantId, email, role, domainIds } = invitation;
  const person = await signedInPerson(ctx, personId);
  if (!person) throw new AppError("auth.required");
  if (person.email !== email) throw new AppError("invitation.other_address");
  if (!person.emailConfirmedAt) throw new AppError("auth.not_confirmed");
  const memberId = Bun.randomUUIDv7();
  const { ip, requestId } = ctx;
  const as = { ...systemContext(ctx, { job: "invitation" }, tenantId), ip, requestId };
  const actor: Ctx = { ...as, actor: { ...member, kind: "member", memberId, role, domainIds } };
  await inScope(ctx.db, { tenantId, personId }, (tx) => join(tx, actor, invitation, { memberId, personId }));
  return { step: "joined", tenantId };
}

async function signUpAs(ctx: Context, input: AcceptInvitation, invitation: FoundInvitation): Promise<Accepted> {
  const { email, company, tenantId, role, domainIds, asksForFactor, locale } = invitation;
  if ((await findPerson(ctx, email))?.emailConfirmedAt) throw new AppError("auth.required");
  const { name = "", password = "" } = input;
  requireStrongPassword(password, [company, email, name]);
  const passwordHash = await hashPassword(password);
  const [memberId, personId] = [Bun.randomUUIDv7(), Bun.randomUUIDv7()];
  const place = { personId, tenantId, memberId, role, domainIds, asksForFactor };
  const signedIn = await startSession(
    ctx,
    { kind: "member", email, hasSecondFactor: false, ...place },
    async (tx, actor) => {
      const person = { id: personId, email, name, locale, passwordHash, emailConfirmedAt: ctx.now() };
      const [made] = await tx.insert(people).values(person).onConflictDoNothing().returning({ id: people.id });
      if (!made) throw new AppError("auth.required");
      await join(tx, actor, invitation, { memberId, personId });
    },
  );
  return { step: "signed_in", me: await getMe(memberContext(signedIn)) };
}

/** Of several who open a link at once, whoever deletes the invitation has it. */
async function join(
  tx: Transaction,
  ctx: Ctx,
  { id, tokenHash, email, role, domainIds }: FoundInvitation,
  { memberId, personId }: { memberId: string; personId: string },
): Promise<void> {
  const { tenantId } = ctx;
  const isThis = and(eq(invitations.id, id), eq(invitations.tokenHash, tokenHash));
  const [taken] = await tx.delete(invitations).where(isThis).returning({ id: invitations.id });
  if (!taken) throw new AppError("auth.link_invalid");
  const [joined] = await tx
    .insert(users)
    .values({ id: memberId, tenantId, personId, role, domainIds })
    .onConflictDoNothing()
    .returning({ id: users.id });
  if (!joined) throw new AppError("member.already_there");
  const after = { email, role, domainIds };
  await audit(tx, ctx, { action: "member.join", subject: { type: "member", id: memberId }, after });
}
