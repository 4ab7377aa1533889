import type { RecordState } from "../schema";

/** The proof of a proven domain: when it was last looked for, how often in a row it was gone, and since when. */
export type ProofStanding = { proofCheckedAt: Date | null; proofMisses: number; proofMissedSince: Date | null };

const dayMs = 86_400_000;
const lookEveryMs = 7 * dayMs;
const missesUntilLost = 3;
const lostAfterMs = 14 * dayMs;
/** Mail goes on for so long after the proof was lost. */
export const graceDays = 30;

/**
 * The standing of a proof after a look. What is there counts at once; that it is gone counts once a week, or now where nothing is known of the last look,
 * as after somebody else has shown a proof of their own; silence never counts.
 */
export function ageProof(standing: ProofStanding, seen: RecordState | undefined, now: Date): ProofStanding {
  if (seen === "match") return { proofCheckedAt: now, proofMisses: 0, proofMissedSince: null };
  if (seen !== "missing" && seen !== "conflict" && seen !== "stale") return standing;
  const { proofCheckedAt, proofMisses, proofMissedSince } = standing;
  if (proofCheckedAt && now.getTime() - proofCheckedAt.getTime() < lookEveryMs) return standing;
  return { proofCheckedAt: now, proofMisses: proofMisses + 1, proofMissedSince: proofMissedSince ?? now };
}

/** Gone at three looks over fourteen days. */
export const isProofLost = ({ proofMisses, proofMissedSince }: ProofStanding, now: Date): boolean =>
  proofMisses >= missesUntilLost &&
  proofMissedSince !== null &&
  now.getTime() - proofMissedSince.getTime() >= lostAfterMs;

/** Nobody has taken the name meanwhile, and the owner was told often enough. */
export const isGraceOver = (standing: ProofStanding, now: Date): boolean =>
  isProofLost(standing, now) &&
  now.getTime() - (standing.proofMissedSince?.getTime() ?? 0) >= lostAfterMs + graceDays * dayMs;

/**
 * No look of late is owed to anybody else: the name is unproven, or the proof was there within the week and nobody has contested it since. Otherwise a former
 * owner could keep a name for ever by never letting a look end.
 */
export const isProofSettled = (standing: ProofStanding & { provenAt: Date | null }, now: Date): boolean => {
  const { provenAt, proofCheckedAt, proofMisses } = standing;
  if (!provenAt) return true;
  return proofMisses === 0 && proofCheckedAt !== null && now.getTime() - proofCheckedAt.getTime() < lookEveryMs;
};

const freshMs = 10 * 60_000;

/** Recent enough to make something on the strength of it. */
export const isProofFresh = ({ proofCheckedAt }: Pick<ProofStanding, "proofCheckedAt">, now: Date): boolean =>
  proofCheckedAt !== null && now.getTime() - proofCheckedAt.getTime() <= freshMs;
