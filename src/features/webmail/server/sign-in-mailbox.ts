import { eq } from "drizzle-orm";
import { mailUsers } from "../../../../db/schema";
import { inScope } from "../../../../db/transaction";
import { verifyPassword } from "~/features/auth/server/password-hash";
import { limitSignIn } from "~/features/auth/server/limit-sign-in";
import { recordRefusal } from "~/features/auth/server/record-refusal";
import { inSignInLine } from "~/features/auth/server/sign-in-line";
import { AppError } from "~/lib/errors";
import type { Context } from "~/server/context";
import type { MailSignIn, MailSignInAnswer } from "../schema";
import { openMailbox, requireOpen } from "./open-mailbox";
import { giveMailChallenge } from "./security/mail-challenge";

/**
 * Signs a mailbox user in, or asks for the second factor of whoever has one. An unknown address and a wrong password get the same answer
 * after the same time. Throws `auth.wrong_credentials`, `user.suspended`, `engine.unavailable`, `request.too_many`.
 */
export async function signInMailbox(ctx: Context, { address, password }: MailSignIn): Promise<MailSignInAnswer> {
  await limitSignIn(ctx, "mailbox", address);
  // The engine is not asked in line: one that is slow must not keep members out as well.
  const { known, isRight } = await inSignInLine(async () => {
    const [person] = await inScope(ctx.db, { lookup: address }, (tx) =>
      tx.select().from(mailUsers).where(eq(mailUsers.address, address)),
    );
    const found = person && person.state !== "deleted" ? person : null;
    return { known: found, isRight: await verifyPassword(found?.passwordHash ?? null, password) };
  });
  if (!isRight) {
    if (known) void recordRefusal(ctx, { tenantId: known.tenantId, mailUserId: known.id });
    throw new AppError("auth.wrong_credentials");
  }
  if (!known!.totpConfirmedAt) return { step: "signed_in", me: await openMailbox(ctx, known!) };
  await requireOpen(ctx, known!);
  giveMailChallenge(ctx, known!);
  return { step: "second_factor" };
}
