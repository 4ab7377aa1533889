import { hashToken } from "~/server/session-token";
import { AppError } from "~/lib/errors";
import type { Context } from "~/server/context";
import { findProvider, redirectUriOf } from "./begin-visit";
import { providerOf, type Voucher } from "./provider";
import { openCookie } from "./sealed-cookie";
import { type KeptVisit, visitCookie } from "./visit-cookie";

/** What a browser brings back from a provider (RFC 6749 section 4.1.2, RFC 9207). */
export type Brought = { code: string | null; state: string | null; issuer: string | null; error: string | null };

const refused = (why: string) => new AppError("auth.provider_refused", {}, { cause: new Error(why) });

/**
 * Whom a browser that comes back from a provider was vouched for, and what it had set out for. Each visit ends once, however it ends.
 * Throws `auth.provider_refused`, `request.not_found`, `request.too_many`, `service.unavailable`.
 */
export async function finishVisit(ctx: Context, id: string, brought: Brought): Promise<Voucher & { visit: KeptVisit }> {
  const settings = findProvider(ctx, id);
  const visit = openCookie(ctx, visitCookie);
  ctx.cookies.clear(visitCookie.name);
  await ctx.rateLimit("provider.ip", ctx.ip);
  if (!visit || visit.provider !== id || visit.state !== brought.state)
    throw refused("this browser did not set out for it");
  // Whoever copied the cookie together with the address comes second.
  await ctx.rateLimit("provider.visit", hashToken(visit.state)).catch((error: unknown) => {
    throw error instanceof AppError && error.key === "request.too_many" ? refused("it was finished before") : error;
  });
  if (brought.error !== null || !brought.code) throw refused(`the provider answers ${brought.error?.slice(0, 100)}`);
  const answer = { code: brought.code, issuer: brought.issuer };
  const voucher = await providerOf(settings).vouch(
    { ...visit, redirectUri: redirectUriOf(ctx, id) },
    answer,
    ctx.now(),
  );
  return { ...voucher, visit };
}
