import { AppError } from "~/lib/errors";
import type { MemberCtx } from "~/server/context";
import type { RecoveryCodes } from "../../schema/security";
import { readFactors } from "./read-factors";
import { recordFactorChange } from "./record-factor-change";
import { writeRecoveryCodes } from "./write-recovery-codes";

/** Ten new recovery codes; the old ones are worth nothing any more. Throws `auth.no_second_factor` for whoever needs none. */
export async function renewRecoveryCodes(ctx: MemberCtx): Promise<RecoveryCodes> {
  const { personId } = ctx.actor;
  return ctx.txAsPerson(async (tx) => {
    const { hasSecondFactor, person } = await readFactors(tx, personId);
    if (!hasSecondFactor) throw new AppError("auth.no_second_factor");
    const recoveryCodes = await writeRecoveryCodes(tx, ctx.secretBox, personId);
    await recordFactorChange(tx, ctx, person, { kind: "recovery_codes_renew", signOutOthers: false });
    return { recoveryCodes };
  });
}
