const dayMs = 86_400_000;

/**
 * How long a key lives. Half a year is what large providers ask for and what a stolen key is worth at most; a week is longer than any server
 * tries to deliver (RFC 5321 section 4.5.4.1 asks for four to five days), so that mail signed before still verifies; a month keeps what was for support.
 */
export const keyLife = { rotateAfterMs: 180 * dayMs, retireAfterMs: 7 * dayMs, deleteAfterMs: 30 * dayMs };

/** Resolvers that asked before the key was there remember that for three hours at most (RFC 2308 section 5). */
const unseenSeconds = 10_800;
const longestSeconds = 86_400;

/** Milliseconds until everybody sees a key that DNS shows now: what stood there before, or that nothing did, may be remembered. */
export const spreadMs = (
  before: { found: string[]; foundTtlSeconds: number | null } | undefined,
  { isTrial = false } = {},
): number => {
  const nothing = isTrial ? 1 : unseenSeconds;
  const old = before?.found.length ? (before.foundTtlSeconds ?? 0) : 0;
  return Math.min(longestSeconds, Math.max(old, nothing)) * 1000;
};

type LivedKey = { stage: "pending" | "active" | "retiring" | "retired"; algorithm: string } & Record<
  "publishedAt" | "activatedAt" | "retiringAt" | "retiredAt",
  Date | null
>;
export type KeyStep = "publish" | "sign" | "rotate" | "retire" | "delete";

/** What happens to a key next, and when; without a time it depends on DNS. */
export function nextStep(key: LivedKey): { step: KeyStep; at: Date | null } {
  const after = (since: Date | null, ms: number) => since && new Date(since.getTime() + ms);
  if (key.stage === "active") return { step: "rotate", at: after(key.activatedAt, keyLife.rotateAfterMs) };
  if (key.stage === "retiring") return { step: "retire", at: after(key.retiringAt, keyLife.retireAfterMs) };
  if (key.stage === "retired") return { step: "delete", at: after(key.retiredAt, keyLife.deleteAfterMs) };
  return key.publishedAt ? { step: "sign", at: key.activatedAt } : { step: "publish", at: null };
}
