import { createHash } from "node:crypto";
import type { Context } from "~/server/context";
import { type SessionKind, sessionCookies } from "~/server/session-cookies";

const purpose = "known-device";
const keptSeconds = 180 * 86_400;

/** Lets a browser be known again by whoever signed in to `account` in it, also after signing out. It proves nothing else. */
export function rememberDevice(ctx: Context, kind: SessionKind, account: string): void {
  ctx.cookies.set(sessionCookies[kind].device, ctx.secretBox.seal(account, purpose), keptSeconds);
}

/** A short name of the browser, if somebody has signed in to `account` in it before; else `null`. */
export function knownDevice(ctx: Context, kind: SessionKind, account: string): string | null {
  const sealed = ctx.devices?.[kind];
  try {
    if (!sealed || ctx.secretBox.open(sealed, purpose) !== account) return null;
    return createHash("sha256").update(sealed).digest("base64url");
  } catch {
    return null;
  }
}
