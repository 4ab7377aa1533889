import { OAuth2Tokens } from "arctic";
import { z } from "zod";
import { AppError } from "~/lib/errors";
import type { ProviderSettings } from "~/server/provider-settings";
import type { Visit } from "./provider";
import { providerFetch } from "./provider-fetch";

const Answer = z.record(z.string(), z.unknown());

/** One of the tokens, or a refusal where there is none. */
export function tokenOf(tokens: OAuth2Tokens, which: "accessToken" | "idToken"): string {
  try {
    return tokens[which]();
  } catch (error) {
    throw new AppError("auth.provider_refused", {}, { cause: error });
  }
}

/** RFC 6749 section 2.3.1: both halves are form-encoded before they are joined. */
const basic = (id: string, secret: string) =>
  `Basic ${Buffer.from([id, secret].map((half) => new URLSearchParams({ half }).toString().slice(5)).join(":")).toString("base64")}`;

/**
 * Exchanges a code for tokens (RFC 6749 section 4.1.3, RFC 7636 section 4.5). Ours and not the library's request, which follows
 * redirects with the secret in hand and waits for ever. Throws `auth.provider_refused`, `service.unavailable`.
 */
export async function exchangeCode(
  { clientId, clientSecret }: ProviderSettings,
  endpoint: { url: string; isSecretPosted: boolean },
  { code, visit }: { code: string; visit: Visit },
): Promise<OAuth2Tokens> {
  const body = new URLSearchParams({
    ...{ grant_type: "authorization_code", code, redirect_uri: visit.redirectUri, code_verifier: visit.verifier },
    ...(endpoint.isSecretPosted ? { client_id: clientId, client_secret: clientSecret } : {}),
  });
  const headers = new Headers({ accept: "application/json", "user-agent": "DeftMail" });
  if (!endpoint.isSecretPosted) headers.set("authorization", basic(clientId, clientSecret));
  const response = await providerFetch(endpoint.url, { method: "POST", body, headers });
  if (response.status >= 500) throw new AppError("service.unavailable");
  const answer = Answer.safeParse(await response.json().catch(() => null)).data;
  if (!response.ok || !answer || "error" in answer)
    throw new AppError("auth.provider_refused", {}, { cause: new Error(`the code was refused: ${answer?.["error"]}`) });
  return new OAuth2Tokens(answer);
}
