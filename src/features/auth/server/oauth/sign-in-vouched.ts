import type { people } from "../../../../../db/schema";
import type { Context } from "~/server/context";
import { afterFirstFactor } from "../after-first-factor";

/**
 * Signs in a person whom a provider vouches for: the path to go on to, which asks for the second factor of whoever has one. Throws
 * `tenant.suspended`, `tenant.closed`.
 */
export async function signInVouched(ctx: Context, person: typeof people.$inferSelect, next: string): Promise<string> {
  const answer = await afterFirstFactor(ctx, person);
  return answer.step === "signed_in" ? next : `/second-factor?next=${encodeURIComponent(next)}`;
}
