import { randomBytes } from "node:crypto";
import { hashToken } from "~/server/session-token";
import type { Services } from "~/server/services";

const lifetimeMs = 48 * 3_600_000;

/**
 * A link that confirms an address for alerts, and what is kept of it. When it was made is part of what is hashed, so that it need not be
 * stored and cannot be changed.
 */
export function makeAlertLink({ now, platform }: Pick<Services, "now" | "platform">): { link: string; hash: string } {
  const madeAt = now().getTime().toString(36);
  const token = `alert.${madeAt}.${randomBytes(32).toString("base64url")}`;
  return { link: `${platform.appUrl}/confirm#${token}`, hash: hashToken(token) };
}

/** Whether a token of `makeAlertLink` is still good, going by its own word: its hash must be looked up too. */
export function isAlertLinkOver(token: string, now: Date): boolean {
  const madeAt = Number.parseInt(token.split(".")[1] ?? "", 36);
  return !(now.getTime() - madeAt < lifetimeMs);
}
