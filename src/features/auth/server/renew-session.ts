import { AppError } from "~/lib/errors";
import type { MemberCtx } from "~/server/context";
import { refreshSession } from "~/server/refresh-session";
import { giveSession } from "~/server/session-gate";
import { sessionCookies } from "~/server/session-cookies";

/**
 * Exchanges the refresh token of a member's browser before its time, so that a program knows its session to last. (Every other call
 * renews what has expired by itself.) Throws `auth.required` when the session has ended meanwhile.
 */
export async function renewSession(ctx: MemberCtx): Promise<void> {
  const token = ctx.cookies.get(sessionCookies.member.refresh);
  if (!token) throw new AppError("auth.required");
  const asked = { kind: "member", token, ip: ctx.ip, requestId: ctx.requestId } as const;
  const refreshed = await refreshSession(ctx, asked);
  if (!refreshed) throw new AppError("auth.required");
  giveSession(ctx, ctx.cookies, { kind: "member", ...refreshed });
}
