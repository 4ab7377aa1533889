import { eq } from "drizzle-orm";
import { people, sessions } from "../../../../db/schema";
import { inScope } from "../../../../db/transaction";
import { AppError } from "~/lib/errors";
import type { Context } from "~/server/context";
import { queueNotice } from "~/server/notices/queue-notice";
import { renewSessions } from "~/server/renew-sessions";
import type { ConfirmAnswer, ConfirmEmail } from "../schema/account";
import { confirmPerson, endRivals, isEmailTaken } from "./confirm-person";
import { findPerson } from "./find-person";
import { verifyPassword } from "./password-hash";
import { findPersonToken, type PersonToken, usePersonToken } from "./person-token";
import { takeOverTenant } from "./take-over-tenant";

type Person = typeof people.$inferSelect;

/**
 * Confirms an address by the link that was mailed to it. A link alone shows who owns the mailbox, not who signed up with its address;
 * so it counts only where that person is signed in, or with the password that they chose: else a stranger's account, password included,
 * would become the one of the mailbox's owner. An address that has an account keeps it: signed in there, its owner takes the new tenant
 * over. Throws `auth.link_invalid`, `auth.wrong_credentials`, `request.too_many`.
 */
export async function confirmEmail(ctx: Context, { token, password }: ConfirmEmail): Promise<ConfirmAnswer> {
  await ctx.rateLimit("link.ip", ctx.ip);
  const link = await findPersonToken(ctx, token, "confirm_email", "change_email");
  const { email, personId } = link;
  const holder = await findPerson(ctx, email);
  if (holder?.emailConfirmedAt && holder.id !== personId) {
    if (link.kind === "change_email") throw new AppError("auth.link_invalid");
    if (ctx.member?.personId !== holder.id) return { step: "sign_in", email };
    return { step: "confirmed", email, takenOver: await takeOverTenant(ctx, link, holder.id) };
  }
  const person = await readPerson(ctx, personId);
  if (ctx.member?.personId !== personId) {
    if (!person.passwordHash) return { step: "sign_in", email };
    if (password === undefined) return { step: "password", email };
    await ctx.rateLimit("link.password", link.id);
    if (!(await verifyPassword(person.passwordHash, password))) throw new AppError("auth.wrong_credentials");
  }
  await confirm(ctx, link, person);
  return { step: "confirmed", email, takenOver: null };
}

async function readPerson(ctx: Context, personId: string): Promise<Person> {
  const [person] = await inScope(ctx.db, { personId }, (tx) => tx.select().from(people).where(eq(people.id, personId)));
  if (!person) throw new AppError("auth.link_invalid");
  return person;
}

async function confirm(ctx: Context, link: PersonToken, person: Person): Promise<void> {
  const { personId, email } = link;
  const work = inScope(ctx.db, { personId }, async (tx) => {
    await usePersonToken(tx, link);
    const mine = eq(sessions.personId, personId);
    const open = await tx.select({ id: sessions.id, tenantId: sessions.tenantId }).from(sessions).where(mine);
    await confirmPerson(tx, ctx, person, email);
    const { email: recipient, locale } = person;
    if (recipient !== email && person.emailConfirmedAt)
      await queueNotice(tx, ctx, { kind: "email_changed", recipient, locale, fields: { email } });
    return open;
  });
  const open = await work.catch((error: unknown) => {
    throw isEmailTaken(error) ? new AppError("auth.link_invalid", {}, { cause: error }) : error;
  });
  // Open pages ask anew who is signed in: they say the address, and whether it is confirmed.
  for (const { id, tenantId } of open) renewSessions(ctx, tenantId, [id]);
  await endRivals(ctx, email, personId);
}
