import { AppError } from "~/lib/errors";
import type { Context } from "./context";
import { isLocal } from "./http/is-local";
import { preferencesOf } from "./http/preferences";
import type { Services } from "./services";
import { createCookieJar, readCookies, sessionCookies } from "./session-cookies";
import { tokenBearerOf } from "./rest/api-token";
import { bearerOf } from "./rest/bearer";
import { noteTokenUse } from "./rest/note-token-use";
import { mailboxSessionOf, memberSessionOf, passGate } from "./session-gate";

/**
 * The context of one HTTP request and the `Set-Cookie` values of its answer, which verbs may add to until the answer is sent.
 * Who comes with an API token comes with nothing else: cookies then count for nothing. Throws `service.unavailable` when a session must be
 * refreshed, or a token looked up, and the database cannot be asked: nobody is let in on a guess.
 */
export async function createRequestContext(
  services: Services,
  { request, ip, requestId }: { request: Request; ip: string; requestId: string },
): Promise<{ context: Context; cookieHeaders: string[] }> {
  const secure = services.platform.secureCookies;
  const cookie = readCookies(request, secure);
  const { cookies, headers } = createCookieJar(secure, cookie);
  const asked = { cookie, cookies, ip, requestId };
  const bearer = bearerOf(request);
  const [member, mailbox, token] = await Promise.all([
    bearer === undefined ? passGate(services, asked, "member") : null,
    bearer === undefined ? passGate(services, asked, "mailbox") : null,
    bearer === undefined ? null : tokenBearerOf(services, bearer, ip),
  ]).catch((error: unknown) => {
    throw new AppError("service.unavailable", {}, { cause: error });
  });
  const context: Context = {
    ...services,
    ...{ requestId, ip, cookies, signal: request.signal },
    locale: preferencesOf(request).locale,
    isLocal: isLocal(request, ip),
    userAgent: (request.headers.get("user-agent") ?? "").slice(0, 300),
    member: member && memberSessionOf(member),
    mailbox: mailbox && mailboxSessionOf(mailbox),
    token,
    idempotencyKey: request.headers.get("idempotency-key") ?? undefined,
    devices: {
      member: asked.cookie(sessionCookies.member.device),
      mailbox: asked.cookie(sessionCookies.mailbox.device),
    },
  };
  void noteTokenUse(context);
  return { context, cookieHeaders: headers };
}
