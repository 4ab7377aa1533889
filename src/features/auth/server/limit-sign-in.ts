import type { Context } from "~/server/context";
import type { SessionKind } from "~/server/session-cookies";
import { knownDevice } from "./known-device";

/**
 * Counts an attempt to sign in: by the network that it comes from, and by account. A browser in which the account was signed in to before
 * is counted alone, so that no stranger who guesses can keep the owner out. Throws `request.too_many`.
 */
export async function limitSignIn(ctx: Context, kind: SessionKind, account: string): Promise<void> {
  await ctx.rateLimit("sign-in.ip", ctx.ip);
  const device = knownDevice(ctx, kind, account);
  await (device ? ctx.rateLimit("sign-in.device", device) : ctx.rateLimit("sign-in.account", account));
}
