import type { domainAlertKinds } from "../../../../../db/schema/enums";

/** What people are told; that nothing works any more (`frozen`) is stored as a lost proof that says until when the rest is kept. */
export type AlertKind = (typeof domainAlertKinds)[number] | "frozen";
export type WaitingAlert = { id: string; kind: AlertKind; vars: Record<string, string>; createdAt: Date };
export type ToldAlert = { kind: AlertKind; vars: Record<string, string>; sentAt: Date };

/** Different troubles: the end of one is not the end of the other. */
export type Track = "records" | "proof" | "keys" | "names";

const troubles = {
  attention: { track: "records", rank: 1 },
  broken: { track: "records", rank: 2 },
  proof_missing: { track: "proof", rank: 1 },
  proof_lost: { track: "proof", rank: 2 },
  frozen: { track: "proof", rank: 3 },
  dkim_waiting: { track: "keys", rank: 1 },
  name_below: { track: "names", rank: 1 },
} as const satisfies Record<Exclude<AlertKind, "recovered">, { track: Track; rank: number }>;

/** The same trouble of the same domain is told once in so long; what happens between is told by the daily summary. */
export const quietMs = 24 * 3_600_000;

/** A stored alert as people are told of it. */
export const asTold = <A extends Pick<WaitingAlert, "kind" | "vars">>(alert: A): A & { kind: AlertKind } =>
  alert.kind === "proof_lost" && alert.vars["frozenUntil"] ? { ...alert, kind: "frozen" } : alert;

export const trackOf = ({ kind, vars }: Pick<WaitingAlert, "kind" | "vars">): Track => {
  if (kind !== "recovered") return troubles[kind].track;
  return vars["records"] === "proof" ? "proof" : "records";
};

const rankOf = (kind: AlertKind | null): number => (kind === null || kind === "recovered" ? 0 : troubles[kind].rank);

/** The trouble that people were told of last, unless they were told of its end too. `told` is oldest first. */
const outstanding = (told: ToldAlert[]): AlertKind | null => {
  let worst: AlertKind | null = null;
  for (const { kind } of told) {
    if (kind === "recovered") worst = null;
    else if (rankOf(kind) > rankOf(worst)) worst = kind;
  }
  return worst;
};

export type Settled = {
  /** The one that is news; null when nothing is, or not yet. */
  tell: WaitingAlert | null;
  /** Still trouble, and told of within a day before: waits. */
  hold: WaitingAlert | null;
  /** Nobody has to hear of these. */
  drop: WaitingAlert[];
};

/**
 * What people should hear of one track of one domain: only the difference between what they were told last and how it is now. What came
 * and went meanwhile cancels out. Both lists are oldest first.
 */
export function settleAlerts(waiting: WaitingAlert[], told: ToldAlert[], now: Date): Settled {
  const known = outstanding(told);
  const end = waiting.at(-1);
  const last = waiting[waiting.findLastIndex(({ kind }) => kind !== end?.kind) + 1] ?? null;
  const isEnd = last?.kind === "recovered";
  const isRecent = told.some(({ kind, sentAt }) => kind === last?.kind && now.getTime() - sentAt.getTime() < quietMs);
  const isWorse = last !== null && rankOf(last.kind) > rankOf(known);
  // That it was told, and never told to be over, must not hush it up for ever.
  const isAgain = last !== null && last.kind === known && !isRecent;
  const isNews = isEnd ? known !== null : isWorse || isAgain;
  const isHeld = !isEnd && isWorse && isRecent;
  const kept = isNews ? last : null;
  return {
    tell: isHeld ? null : kept,
    hold: isHeld ? kept : null,
    drop: waiting.filter(({ id }) => id !== kept?.id),
  };
}
