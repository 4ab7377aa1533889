import { enqueue } from "../../../../jobs/enqueue";
import type { Context } from "~/server/context";
import type { RequestReset } from "../schema/account";
import { findPerson } from "./find-person";

/**
 * Has a link for a new password mailed to whoever has confirmed this address. Known or not, the answer and the work until it are the
 * same: a job is left for somebody or for nobody. Throws `request.too_many`.
 */
export async function requestReset(ctx: Context, { email }: RequestReset): Promise<void> {
  await ctx.rateLimit("reset.ip", ctx.ip);
  await ctx.rateLimit("reset.account", email);
  const person = await findPerson(ctx, email);
  const nobody = Bun.randomUUIDv7();
  const personId = person?.emailConfirmedAt ? person.id : nobody;
  await ctx.db.transaction((tx) => enqueue(tx, "auth.reset-link", { personId }, { key: personId }));
}
