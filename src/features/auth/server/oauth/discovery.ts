import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from "jose";
import { z } from "zod";
import { AppError } from "~/lib/errors";
import { isSafeUrl } from "~/lib/safe-url";
import type { ProviderSettings } from "~/server/provider-settings";
import { providerFetch } from "./provider-fetch";

const SafeUrl = z.string().max(2000).refine(isSafeUrl);
/** OpenID Connect Discovery 1.0 section 3, as far as it is used. */
const Metadata = z.object({
  issuer: z.string().max(2000),
  authorization_endpoint: SafeUrl,
  token_endpoint: SafeUrl,
  jwks_uri: SafeUrl,
  userinfo_endpoint: SafeUrl.optional(),
  token_endpoint_auth_methods_supported: z.array(z.string()).default(["client_secret_basic"]),
  /** RFC 9207. */
  authorization_response_iss_parameter_supported: z.boolean().default(false),
});
export type Discovered = z.infer<typeof Metadata> & { keys: JWTVerifyGetKey };

const keptMs = 3_600_000;

/** Microsoft says `{tenantid}` where an application takes people of more than one directory, and an id where it is asked by name. */
const isOwnIssuer = ({ id, issuer }: ProviderSettings, said: string) =>
  id === "microsoft"
    ? new RegExp(String.raw`^${RegExp.escape(new URL(issuer).origin)}/(\{tenantid\}|[0-9a-f-]{36})/v2\.0$`).test(said)
    : said === issuer;

async function discover(settings: ProviderSettings): Promise<Discovered> {
  const response = await providerFetch(`${settings.issuer.replace(/\/$/, "")}/.well-known/openid-configuration`);
  const metadata = Metadata.safeParse(await response.json().catch(() => null)).data;
  if (!response.ok || !metadata || !isOwnIssuer(settings, metadata.issuer))
    throw new AppError("service.unavailable", {}, { cause: new Error(`${settings.issuer} describes no provider`) });
  const keys = createRemoteJWKSet(new URL(metadata.jwks_uri), { [customFetch]: providerFetch });
  return { ...metadata, keys };
}

/** What a provider says of itself, asked once an hour. A failure is not remembered. */
export function createDiscovery(settings: ProviderSettings): () => Promise<Discovered> {
  let last: { at: number; found: Promise<Discovered> } | undefined;
  return () => {
    if (!last || performance.now() - last.at > keptMs) {
      const asked = { at: performance.now(), found: discover(settings) };
      last = asked;
      asked.found.catch(() => {
        if (last === asked) last = undefined;
      });
    }
    return last.found;
  };
}
