import { eq } from "drizzle-orm";
import { people } from "../../../../../db/schema";
import { inScope } from "../../../../../db/transaction";
import { AppError } from "~/lib/errors";
import type { Context } from "~/server/context";
import { findVouched } from "./find-vouched";
import { type Brought, finishVisit } from "./finish-visit";
import { linkIdentity } from "./link-identity";
import type { Voucher } from "./provider";
import { sealCookie } from "./sealed-cookie";
import { signInVouched } from "./sign-in-vouched";
import { type KeptVisit, newcomerCookie } from "./visit-cookie";

async function addWayIn(ctx: Context, visit: KeptVisit, voucher: Voucher): Promise<void> {
  const { linkTo, provider } = visit;
  // Whoever sits at the browser now must be who set out.
  if (!linkTo || ctx.member?.personId !== linkTo) throw new AppError("auth.required");
  const [person] = await inScope(ctx.db, { personId: linkTo }, (tx) =>
    tx.select().from(people).where(eq(people.id, linkTo)),
  );
  if (!person) throw new AppError("auth.required");
  await linkIdentity(ctx, person, provider, voucher);
}

/**
 * What becomes of a browser that comes back from a provider: the path of ours that it is sent on to. It is signed in, asked for its
 * second factor, given one more way in, or, as a newcomer, asked for a company. Throws what `finishVisit`, `linkIdentity` and
 * `signInVouched` throw.
 */
export async function returnFromProvider(ctx: Context, id: string, brought: Brought): Promise<string> {
  const { visit, ...voucher } = await finishVisit(ctx, id, brought);
  if (visit.linkTo) {
    await addWayIn(ctx, visit, voucher);
    return "/admin/security";
  }
  const person = await findVouched(ctx, visit.provider, voucher);
  if (!person) {
    sealCookie(ctx, newcomerCookie, { provider: visit.provider, ...voucher });
    return "/auth/finish";
  }
  return signInVouched(ctx, person, visit.next);
}
