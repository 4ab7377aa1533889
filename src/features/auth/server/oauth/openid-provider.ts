import { CodeChallengeMethod, OAuth2Client } from "arctic";
import { AppError } from "~/lib/errors";
import type { ProviderId } from "~/lib/provider-ids";
import type { ProviderSettings } from "~/server/provider-settings";
import { createDiscovery } from "./discovery";
import { exchangeCode, tokenOf } from "./exchange-code";
import type { Provider } from "./provider";
import { readUserInfo } from "./read-user-info";
import { verifyIdToken } from "./verify-id-token";
import { vouchedEmail } from "./vouched-email";

const scopes = ["openid", "email", "profile"];

/** How a visitor is made to prove themselves anew (OpenID Connect Core section 3.1.2.1); Google asks no more than which account. */
const again: Record<ProviderId, Record<string, string>> = {
  oidc: { prompt: "login", max_age: "0" },
  microsoft: { prompt: "login" },
  google: { prompt: "select_account" },
  github: {},
};
const justNowSeconds = 300;

/** A provider that speaks OpenID Connect: Google, Microsoft and any other are told apart by their issuer and by what their claims prove. */
export function openIdProvider(settings: ProviderSettings): Provider {
  const { id, clientId } = settings;
  const discovery = createDiscovery(settings);
  return {
    async authorizationUrl({ state, nonce, verifier, redirectUri, isAgain }) {
      const { authorization_endpoint } = await discovery();
      const client = new OAuth2Client(clientId, null, redirectUri);
      const s256 = CodeChallengeMethod.S256;
      const url = client.createAuthorizationURLWithPKCE(authorization_endpoint, state, s256, verifier, scopes);
      url.searchParams.set("nonce", nonce);
      if (isAgain) for (const [name, value] of Object.entries(again[id])) url.searchParams.set(name, value);
      return url;
    },

    async vouch(visit, { code, issuer }, now) {
      const found = await discovery();
      const isOther = issuer === null ? found.authorization_response_iss_parameter_supported : issuer !== found.issuer;
      // With many directories behind it, which one answered is known only from the token.
      if (isOther && !found.issuer.includes("{tenantid}")) throw new AppError("auth.provider_refused");
      const methods = found.token_endpoint_auth_methods_supported;
      const isSecretPosted = !methods.includes("client_secret_basic") && methods.includes("client_secret_post");
      const tokens = await exchangeCode(settings, { url: found.token_endpoint, isSecretPosted }, { code, visit });
      const idToken = tokenOf(tokens, "idToken");
      const claims = await verifyIdToken(idToken, { by: found, clientId, nonce: visit.nonce, now });
      // Whoever asks by `max_age` is told when (OpenID Connect Core section 2); an address in the browser's hands may have lost the asking.
      const isOld = (claims.auth_time ?? 0) < now.getTime() / 1000 - justNowSeconds;
      if (visit.isAgain && "max_age" in again[id] && isOld) throw new AppError("auth.provider_refused");
      // Only the bearer of this access token, which came with the id token, is asked about.
      const isTold = claims.email !== undefined || !found.userinfo_endpoint || !("access_token" in tokens.data);
      const more = isTold ? {} : await readUserInfo(found.userinfo_endpoint!, tokens.accessToken(), claims.sub);
      const told = { ...claims, ...more };
      const email = vouchedEmail(id === "github" ? "oidc" : id, told);
      return { subject: `${claims.iss} ${claims.sub}`, name: told.name, ...email };
    },
  };
}
