import { CodeChallengeMethod, OAuth2Client } from "arctic";
import { z } from "zod";
import { AppError } from "~/lib/errors";
import type { ProviderSettings } from "~/server/provider-settings";
import { exchangeCode, tokenOf } from "./exchange-code";
import type { Provider } from "./provider";
import { providerFetch } from "./provider-fetch";
import { asEmail } from "./vouched-email";

const User = z.object({ id: z.int(), name: z.string().nullish() });
const Emails = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }));

/** GitHub, which speaks OAuth without OpenID Connect: who it is and the address that they use are asked of its API. */
export function gitHubProvider(settings: ProviderSettings): Provider {
  const { clientId, issuer } = settings;
  const api = issuer === "https://github.com" ? "https://api.github.com" : `${issuer}/api/v3`;
  const ask = async <T>(path: string, token: string, shape: z.ZodType<T>): Promise<T> => {
    const headers = {
      ...{ accept: "application/vnd.github+json", "user-agent": "DeftMail", "x-github-api-version": "2022-11-28" },
      authorization: `Bearer ${token}`,
    };
    const response = await providerFetch(`${api}${path}`, { headers });
    const answer = shape.safeParse(await response.json().catch(() => null)).data;
    if (!response.ok || answer === undefined) throw new AppError("auth.provider_refused");
    return answer;
  };
  return {
    async authorizationUrl({ state, verifier, redirectUri, isAgain }) {
      const client = new OAuth2Client(clientId, null, redirectUri);
      const s256 = CodeChallengeMethod.S256;
      const scopes = ["read:user", "user:email"];
      const endpoint = `${issuer}/login/oauth/authorize`;
      const url = client.createAuthorizationURLWithPKCE(endpoint, state, s256, verifier, scopes);
      if (isAgain) url.searchParams.set("prompt", "select_account");
      return url;
    },

    async vouch(visit, { code }) {
      const endpoint = { url: `${issuer}/login/oauth/access_token`, isSecretPosted: true };
      const tokens = await exchangeCode(settings, endpoint, { code, visit });
      const token = tokenOf(tokens, "accessToken");
      const [user, emails] = await Promise.all([ask("/user", token, User), ask("/user/emails", token, Emails)]);
      const primary = emails.find((one) => one.primary);
      return {
        ...{ subject: `${issuer} ${user.id}`, name: user.name ?? "" },
        ...{ email: asEmail(primary?.email), isEmailProven: primary?.verified ?? false },
      };
    },
  };
}
