import { generateCodeVerifier, generateState } from "arctic";
import { AppError } from "~/lib/errors";
import { ownPath } from "~/lib/own-path";
import type { Context } from "~/server/context";
import type { Services } from "~/server/services";
import type { ProviderSettings } from "~/server/provider-settings";
import { providerOf } from "./provider";
import { sealCookie } from "./sealed-cookie";
import { visitCookie } from "./visit-cookie";

type Asked = {
  provider: string;
  next: unknown;
  linkTo?: string | null;
  /** Who is signed in proves anew who they are: the provider is not to let them through because they were there before. */
  isAgain?: boolean;
};

/** The settings of a provider that is offered. Throws `request.not_found`. */
export function findProvider({ providers }: Pick<Context, "providers">, id: string): ProviderSettings {
  const found = providers.find((provider) => provider.id === id);
  if (!found) throw new AppError("request.not_found");
  return found;
}

/** Where a provider sends browsers back to; it is registered there. */
export const redirectUriOf = ({ platform }: Pick<Context, "platform">, id: string): string =>
  `${platform.appUrl}/auth/oauth/${id}/callback`;

/**
 * Sends a browser to a provider: the address to go to; what it has to come back with is sealed into a cookie. `linkTo` is the signed-in
 * person who adds a way in. Throws `request.not_found`, `request.too_many`, `service.unavailable`.
 */
export async function beginVisit(
  ctx: Services & Pick<Context, "ip" | "cookies">,
  { provider: id, next, linkTo = null, isAgain = false }: Asked,
): Promise<URL> {
  const settings = findProvider(ctx, id);
  await ctx.rateLimit("provider.ip", ctx.ip);
  const secrets = { state: generateState(), nonce: generateState(), verifier: generateCodeVerifier() };
  const visit = { ...secrets, isAgain, redirectUri: redirectUriOf(ctx, id) };
  const url = await providerOf(settings).authorizationUrl(visit);
  sealCookie(ctx, visitCookie, { provider: settings.id, ...secrets, isAgain, next: ownPath(next), linkTo });
  return url;
}
