import { inScope } from "../../../../db/transaction";
import type { Context } from "~/server/context";
import type { SecondStep } from "../schema";
import { methodsOf } from "./after-first-factor";
import { readFactors } from "./security/read-factors";
import { findChallenge } from "./sign-in-challenge";

/** What whoever has taken the first step of signing in, in this browser, can take the second one with. `null` when nobody has. */
export async function getSecondStep(ctx: Context): Promise<SecondStep> {
  const personId = findChallenge(ctx)?.personId;
  if (!personId) return null;
  return inScope(ctx.db, { personId }, (tx) => readFactors(tx, personId)).then(
    (known) => ({ methods: methodsOf(known) }),
    // The person was removed meanwhile.
    () => null,
  );
}
