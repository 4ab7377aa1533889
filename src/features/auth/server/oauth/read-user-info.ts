import { AppError } from "~/lib/errors";
import { providerFetch } from "./provider-fetch";
import { IdToken } from "./verify-id-token";

const UserInfo = IdToken.pick({ sub: true, email: true, email_verified: true, name: true, preferred_username: true });

/**
 * What a provider says of a person beside the id token (OpenID Connect Core section 5.3), for those that say the address only there.
 * Throws `auth.provider_refused` when it speaks of somebody else, `service.unavailable`.
 */
export async function readUserInfo(endpoint: string, accessToken: string, subject: string) {
  const response = await providerFetch(endpoint, { headers: { authorization: `Bearer ${accessToken}` } });
  const told = UserInfo.safeParse(await response.json().catch(() => null)).data;
  if (!response.ok || told?.sub !== subject) throw new AppError("auth.provider_refused");
  return told;
}
