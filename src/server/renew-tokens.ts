import { AppError } from "../lib/errors";
import type { MemberCtx } from "./context";
import { refreshSession } from "./refresh-session";
import { sessionCookies } from "./session-cookies";
import { giveSession, takeSession } from "./session-gate";

/**
 * Gives this browser new tokens, so that what its session's row and its member's rows say now counts from the next request on. A call
 * without cookies of a session has nothing to renew. Throws `auth.required` when the session has ended.
 */
export async function renewTokens(ctx: MemberCtx): Promise<void> {
  const token = ctx.cookies.get(sessionCookies.member.refresh);
  if (!token) return;
  const { ip, requestId } = ctx;
  const refreshed = await refreshSession(ctx, { kind: "member", token, ip, requestId });
  if (refreshed) return giveSession(ctx, ctx.cookies, { kind: "member", ...refreshed });
  takeSession(ctx.cookies, "member");
  throw new AppError("auth.required");
}
