import type { people } from "../../../../../db/schema";
import { inScope } from "../../../../../db/transaction";
import { AppError } from "~/lib/errors";
import type { Context } from "~/server/context";
import { readFactors } from "../security/read-factors";
import { signInPerson } from "../sign-in-person";

/**
 * Signs in a person whom a provider vouches for: the path to go on to. Throws `tenant.suspended`, `tenant.closed`.
 */
export async function signInVouched(ctx: Context, person: typeof people.$inferSelect, next: string): Promise<string> {
  const { hasSecondFactor } = await inScope(ctx.db, { personId: person.id }, (tx) => readFactors(tx, person.id));
  if (hasSecondFactor) throw new AppError("auth.second_factor_required");
  await signInPerson(ctx, person, { hasSecondFactor: false });
  return next;
}
