import { eq } from "drizzle-orm";
import { people } from "../../../../../db/schema";
import { inScope } from "../../../../../db/transaction";
import type { Context } from "~/server/context";
import type { InvitationLink, InvitationView } from "../../schema/team";
import { findPerson } from "../find-person";
import { findInvitation } from "./find-invitation";

/**
 * What an invitation is about, and what whoever opened its link has to do. That there is an account is told to nobody else: the link was
 * mailed to the address. Throws `auth.link_invalid`, `request.too_many`.
 */
export async function lookAtInvitation(ctx: Context, { token }: InvitationLink): Promise<InvitationView> {
  await ctx.rateLimit("invitation.ip", ctx.ip);
  const { company, email, role, inviter } = await findInvitation(ctx, token);
  return { company, email, role, inviter, next: await nextStep(ctx, email) };
}

async function nextStep(ctx: Context, invited: string): Promise<InvitationView["next"]> {
  const own = ctx.member && (await signedInPerson(ctx, ctx.member.personId));
  if (own) {
    if (own.email !== invited) return "other_address";
    return own.emailConfirmedAt ? "join" : "confirm";
  }
  return (await findPerson(ctx, invited))?.emailConfirmedAt ? "sign_in" : "sign_up";
}

/** Who is signed in, as the rows say now. */
export const signedInPerson = async (ctx: Context, personId: string) =>
  (await inScope(ctx.db, { personId }, (tx) => tx.select().from(people).where(eq(people.id, personId))))[0];
