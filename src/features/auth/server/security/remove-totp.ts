import { eq } from "drizzle-orm";
import { people } from "../../../../../db/schema";
import type { MemberCtx } from "~/server/context";
import { releasePersonSessions } from "~/server/end-person-sessions";
import { renewTokens } from "~/server/renew-tokens";
import type { FactorChange } from "../../schema/security";
import { afterFactorLoss, lockPerson, renewPersonSessions } from "./after-factor-loss";
import { readFactors } from "./read-factors";
import { recordFactorChange } from "./record-factor-change";

/** Takes the authenticator app out of use; without one nothing happens. */
export async function removeTotp(ctx: MemberCtx, { signOutOthers }: FactorChange): Promise<void> {
  const { personId } = ctx.actor;
  const done = await ctx.txAsPerson(async (tx) => {
    await lockPerson(tx, personId);
    const { hasTotp, person } = await readFactors(tx, personId);
    if (!hasTotp) return null;
    await tx.update(people).set({ sealedTotpSecret: null, totpStep: null }).where(eq(people.id, personId));
    const ended = await recordFactorChange(tx, ctx, person, { kind: "totp_remove", signOutOthers });
    return { ended, changed: await afterFactorLoss(tx, ctx) };
  });
  if (!done) return;
  await releasePersonSessions(ctx, done.ended);
  renewPersonSessions(ctx, done.changed);
  await renewTokens(ctx);
}
