import { AppError } from "~/lib/errors";
import type { Context } from "./context";
import type { Services } from "./services";
import { createCookieJar, readCookies, sessionCookies } from "./session-cookies";
import { mailboxSessionOf, memberSessionOf, passGate } from "./session-gate";

/**
 * The context of one HTTP request and the `Set-Cookie` values of its answer, which verbs may add to until the answer is sent.
 * Throws `service.unavailable` when a session must be refreshed and the database cannot be asked: nobody is let in on a guess.
 */
export async function createRequestContext(
  services: Services,
  { request, ip, requestId }: { request: Request; ip: string; requestId: string },
): Promise<{ context: Context; cookieHeaders: string[] }> {
  const secure = services.platform.secureCookies;
  const cookie = readCookies(request, secure);
  const { cookies, headers } = createCookieJar(secure, cookie);
  const asked = { cookie, cookies, ip, requestId };
  const [member, mailbox] = await Promise.all([
    passGate(services, asked, "member"),
    passGate(services, asked, "mailbox"),
  ]).catch((error: unknown) => {
    throw new AppError("service.unavailable", {}, { cause: error });
  });
  const context: Context = {
    ...services,
    ...{ requestId, ip, cookies, signal: request.signal },
    userAgent: (request.headers.get("user-agent") ?? "").slice(0, 300),
    member: member && memberSessionOf(member),
    mailbox: mailbox && mailboxSessionOf(mailbox),
    token: null,
    idempotencyKey: request.headers.get("idempotency-key") ?? undefined,
    devices: {
      member: asked.cookie(sessionCookies.member.device),
      mailbox: asked.cookie(sessionCookies.mailbox.device),
    },
  };
  return { context, cookieHeaders: headers };
}
