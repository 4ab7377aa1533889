import { and, eq } from "drizzle-orm";
import { passkeys } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import type { MemberCtx } from "~/server/context";
import { releasePersonSessions } from "~/server/end-person-sessions";
import { renewTokens } from "~/server/renew-tokens";
import type { PasskeyRef } from "../../schema/passkeys";
import { afterFactorLoss, lockPerson, renewPersonSessions } from "./after-factor-loss";
import { readFactors } from "./read-factors";
import { recordFactorChange } from "./record-factor-change";

/** Removes one of the member's passkeys. Throws `passkey.not_found`, and `auth.last_way_in` for the last one of whoever has nothing else. */
export async function removePasskey(ctx: MemberCtx, { passkeyId, signOutOthers }: PasskeyRef): Promise<void> {
  const { personId } = ctx.actor;
  const done = await ctx.txAsPerson(async (tx) => {
    await lockPerson(tx, personId);
    const own = and(eq(passkeys.personId, personId), eq(passkeys.id, passkeyId));
    const [removed] = await tx.delete(passkeys).where(own).returning({ name: passkeys.name });
    if (!removed) throw new AppError("passkey.not_found");
    const { person } = await readFactors(tx, personId);
    const ended = await recordFactorChange(tx, ctx, person, { kind: "passkey_remove", signOutOthers, after: removed });
    return { ended, changed: await afterFactorLoss(tx, ctx) };
  });
  await releasePersonSessions(ctx, done.ended);
  renewPersonSessions(ctx, done.changed);
  await renewTokens(ctx);
}
