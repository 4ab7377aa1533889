import { z } from "zod";
import { Instant } from "~/lib/instant";

/** Why a server gave no answer, by name; each is a sentence of the catalogue (`sight.failure_<name>`). */
export const SightFailure = z.enum(["timeout", "refused", "servfail", "dnssec", "lame", "closed", "garbled", "loop"]);
export type SightFailure = z.infer<typeof SightFailure>;

/** A failure as a resolver explains it: a number of the registry and its own words (RFC 8914). */
const ExtendedError = z.strictObject({ code: z.int(), text: z.string() }).nullable();

/** One name server of the zone, and whether it is up to date with the others. */
export const ZoneServer = z.strictObject({
  name: z.string(),
  address: z.string(),
  /** Of the zone as this server has it; null when it did not say. */
  serial: z.int().nullable(),
  /** Others have a newer zone. */
  isBehind: z.boolean(),
  failure: SightFailure.nullable(),
  ms: z.int().nullable(),
});
export type ZoneServer = z.infer<typeof ZoneServer>;

/** Who is asked about a domain. */
export const SightServers = z.strictObject({
  /** Null where the zone's own servers could not be found, and in a trial. */
  zone: z.string().nullable(),
  /** The zone server of a trial stands for all. */
  isTrial: z.boolean(),
  servers: z.array(ZoneServer),
  /** Addresses of the public resolvers. */
  resolvers: z.array(z.string()),
  lookedAt: Instant,
});
export type SightServers = z.infer<typeof SightServers>;

/** What one server says of one record. */
export const SightAnswer = z.strictObject({
  from: z.enum(["zone", "resolver", "trial"]),
  name: z.string(),
  address: z.string(),
  /** `yes`: it shows what is wanted; `other`: something else; `no`: nothing; `unknown`: it could not be asked. */
  sees: z.enum(["yes", "other", "no", "unknown"]),
  records: z.array(z.string()),
  /** Whether the name is missing or only has no such record. */
  absent: z.enum(["name", "type"]).nullable(),
  failure: SightFailure.nullable(),
  ede: ExtendedError,
  /** How long this answer, be it a no, may still be kept: of a resolver what is left of it, of the zone all of it. */
  ttlSeconds: z.int().nullable(),
  ms: z.int(),
});
export type SightAnswer = z.infer<typeof SightAnswer>;

/** Who sees a record, in one word. */
export const SightVerdict = z.enum([
  "everyone",
  "resolvers_later",
  "servers_differ",
  "nobody",
  "cached_only",
  "resolvers_only",
  "resolvers_none",
  "signatures_broken",
  "unknown",
]);
export type SightVerdict = z.infer<typeof SightVerdict>;

export const RecordSight = z.strictObject({
  recordId: z.string(),
  verdict: SightVerdict,
  /** After so many seconds from `lookedAt` the last resolver has forgotten what it keeps; null when none has to, or cannot be told. */
  waitSeconds: z.int().nullable(),
  answers: z.array(SightAnswer),
  lookedAt: Instant,
});
export type RecordSight = z.infer<typeof RecordSight>;

export const LookAtRecord = z.strictObject({ domainId: z.uuid(), recordId: z.string().min(1).max(100) });
export type LookAtRecord = z.infer<typeof LookAtRecord>;
