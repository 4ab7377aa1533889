import { createDnsClient } from "../dns/dns-client";
import type { DnsAnswer, RecordType, UnknownReason } from "../dns/dns-answer";
import type { DirectAnswer } from "../dns/read-reply";
import type { Resolver } from "../dns/resolver";
import type { ServerAddress } from "../dns/server-address";
import type { ZoneRate } from "../dns/zone-rate";
import type { SightAnswer, SightFailure } from "../../schema/sight";

/** One server that is asked what it shows. */
export type Source = { from: SightAnswer["from"]; name: string; address: ServerAddress };

export type SourceReply = { answer: DnsAnswer; isAuthoritative: boolean; ms: number };

export type Patience = { zone: string; zoneRate?: ZoneRate; timeoutMs?: number };

const failures = {
  ETIMEOUT: "timeout",
  EREFUSED: "refused",
  ESERVFAIL: "servfail",
  EDNSSEC: "dnssec",
  ELAME: "lame",
  ECONNREFUSED: "closed",
  EBADRESP: "garbled",
  ELOOP: "loop",
  EDISAGREE: "garbled",
  UNASKED: "timeout",
} as const satisfies Record<UnknownReason, SightFailure>;

export const failureOf = (answer: DnsAnswer): SightFailure | null =>
  answer.status === "unknown" ? failures[answer.reason] : null;

/** Asks one server, by itself, once more when it is silent. An alias that leads out of its zone is followed by way of `resolve`. */
export async function askSource(
  { from, address }: Source,
  question: { name: string; type: RecordType },
  { resolve, zone, zoneRate, timeoutMs = 1200 }: Patience & { resolve: Resolver },
): Promise<SourceReply> {
  const { name, type } = question;
  const isRecursive = from === "resolver";
  const options = {
    ...{ servers: [address], tries: 2, timeoutMs, isRecursive },
    ...(zoneRate && { turn: ({ host }: ServerAddress) => zoneRate(isRecursive ? "." : zone, host) }),
  };
  const started = performance.now();
  const reply = await createDnsClient(options)(name, type);
  const ms = Math.round(performance.now() - started);
  const isAuthoritative = reply.isAuthoritative ?? false;
  if (isRecursive && isFailing(reply)) {
    // What a resolver that validates cannot answer but with its eyes shut has signatures that do not hold.
    const unchecked = await createDnsClient({ ...options, tries: 1, ignoreDnssec: true })(name, type);
    const isBroken = unchecked.answer.status !== "unknown";
    return { answer: isBroken ? { ...reply.answer, reason: "EDNSSEC" } : reply.answer, isAuthoritative, ms };
  }
  if (!reply.follow) return { answer: reply.answer, isAuthoritative, ms };
  const rest = await resolve(reply.follow, type);
  if (rest.status === "unknown") return { answer: rest, isAuthoritative, ms };
  const aliases = reply.answer.status === "unknown" ? [] : reply.answer.aliases;
  return { answer: { ...rest, aliases: [...aliases, ...rest.aliases] }, isAuthoritative, ms };
}

const isFailing = (
  reply: DirectAnswer,
): reply is DirectAnswer & { answer: Extract<DnsAnswer, { status: "unknown" }> } =>
  reply.answer.status === "unknown" && reply.answer.reason === "ESERVFAIL";
