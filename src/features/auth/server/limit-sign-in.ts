import type { Context } from "~/server/context";
import { networkOf } from "~/server/network-of";
import type { SessionKind } from "~/server/session-cookies";
import { knownDevice } from "./known-device";

/**
 * Counts an attempt to sign in: by the network that it comes from, by account in that network, and by account. A browser in which the
 * account was signed in to before is counted alone, so that no stranger who guesses can keep the owner out. Throws `request.too_many`.
 */
export async function limitSignIn(ctx: Context, kind: SessionKind, account: string): Promise<void> {
  const device = knownDevice(ctx, kind, account);
  if (device) return ctx.rateLimit("sign-in.device", device);
  await ctx.rateLimit("sign-in.network", ctx.ip);
  await ctx.rateLimit("sign-in.ip", ctx.ip);
  await ctx.rateLimit("sign-in.pair", `${networkOf(ctx.ip)} ${account}`);
  await ctx.rateLimit("sign-in.account", account);
}
