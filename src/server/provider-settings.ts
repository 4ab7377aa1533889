import type { ProviderId } from "../lib/provider-ids";
import type { Env } from "./env";

export type ProviderSettings = {
  id: ProviderId;
  /** As the button says it. */
  name: string;
  /** Where discovery begins (OpenID Connect Discovery 1.0 section 4); GitHub, which has none, by its origin. */
  issuer: string;
  clientId: string;
  clientSecret: string;
};

/** The providers whose id and secret are set, in the order of their buttons. */
export function providerSettings(env: Env): ProviderSettings[] {
  const microsoft = `https://login.microsoftonline.com/${env.MICROSOFT_TENANT}/v2.0`;
  const known: [ProviderId, string, string | undefined, string | undefined, string | undefined][] = [
    ["oidc", env.OIDC_NAME, env.OIDC_ISSUER, env.OIDC_CLIENT_ID, env.OIDC_CLIENT_SECRET],
    ["google", "Google", "https://accounts.google.com", env.GOOGLE_CLIENT_ID, env.GOOGLE_CLIENT_SECRET],
    ["microsoft", "Microsoft", microsoft, env.MICROSOFT_CLIENT_ID, env.MICROSOFT_CLIENT_SECRET],
    ["github", "GitHub", "https://github.com", env.GITHUB_CLIENT_ID, env.GITHUB_CLIENT_SECRET],
  ];
  return known.flatMap(([id, name, issuer, clientId, clientSecret]) =>
    issuer && clientId && clientSecret ? [{ id, name, issuer, clientId, clientSecret }] : [],
  );
}
