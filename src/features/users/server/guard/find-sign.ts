import type { guardSigns } from "../../../../../db/schema/enums";

export type GuardSign = (typeof guardSigns)[number];

/** How one mailbox sent within the last hour, beside how it usually does. Recipients outside of the tenant only. */
export type SendingFigures = {
  recipients: number;
  /** Of these, to whom it never wrote before. */
  strangers: number;
  /** The most recipients of one hour of the 30 days before. */
  usualPeak: number;
  /** Recipients of that hour who were refused for good. */
  bounced: number;
  /** Signed in within a day from a network that was never seen before, while others were. */
  isNewNetwork: boolean;
  /** Failed sign-ins within a day. */
  failedSignIns: number;
  /** Recipients of an hour that a person has allowed since: no sign before half as many again. */
  allowed: number;
};

/**
 * Numbers are chosen so that a day's work of a busy person stays below each, and mail in masses does not: a letter to 60 known customers passes, 35
 * strangers within an hour do not, and 15 do not while something about the sign-in is odd.
 */
const limits = {
  strangers: 35,
  strangersWhenOdd: 15,
  /** Strangers among the recipients; a mailing to customers has few. */
  strangerShare: 0.5,
  recipients: 80,
  timesUsualPeak: 3,
  /** However much it usually sends. */
  most: 1500,
  bounced: 8,
  bouncedShare: 0.25,
  failedSignIns: 10,
} as const;

export type FoundSign = { sign: GuardSign; evidence: Record<string, number> };

/** Whether a mailbox sends as if somebody else had it, and what says so; null when it does not. */
export function findSign(figures: SendingFigures): FoundSign | null {
  const { recipients, strangers, usualPeak, bounced, isNewNetwork, failedSignIns, allowed } = figures;
  if (allowed > 0 && recipients <= allowed * 1.5) return null;
  const isGuessed = failedSignIns >= limits.failedSignIns;
  const isMostlyStrangers = strangers >= recipients * limits.strangerShare;
  if (isMostlyStrangers && strangers >= limits.strangersWhenOdd) {
    if (isNewNetwork) return { sign: "new_network", evidence: { strangers, recipients } };
    if (isGuessed) return { sign: "failed_sign_ins", evidence: { strangers, recipients, failedSignIns } };
    if (strangers >= limits.strangers) return { sign: "fan_out", evidence: { strangers, recipients } };
  }
  if (bounced >= limits.bounced && bounced >= recipients * limits.bouncedShare)
    return { sign: "bounces", evidence: { bounced, recipients } };
  const most = Math.min(limits.most, Math.max(limits.recipients, usualPeak * limits.timesUsualPeak));
  return recipients > most ? { sign: "rate", evidence: { recipients, usualPeak } } : null;
}
