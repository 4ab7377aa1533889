import { z } from "zod";
import { Instant } from "~/lib/instant";
import { DnsProviderId } from "./provider";

/** As a provider shows it once; what it is made of is the provider's business. */
const Token = z
  .string()
  .trim()
  .min(10)
  .max(400)
  .regex(/^[\x21-\x7e]+$/);

export const PlannedRecord = z.strictObject({
  name: z.string(),
  type: z.string(),
  value: z.string(),
  /** It answers with the provider's own addresses. */
  isProxied: z.boolean(),
});
export type PlannedRecord = z.infer<typeof PlannedRecord>;

export const SkippedRecord = z.strictObject({ ...PlannedRecord.shape, reason: z.enum(["unknown", "in_the_way"]) });
export type SkippedRecord = z.infer<typeof SkippedRecord>;

export const PlanDns = z.strictObject({
  domainId: z.uuid(),
  /** Absent: the one that was kept. */
  token: Token.optional(),
  /** Also the records that bring the domain's mail here; only where that is meant to happen now. */
  movesMail: z.boolean().default(false),
});
export type PlanDns = z.infer<typeof PlanDns>;

/** What would be done to the zone. Nothing was done yet. */
export const DnsPlan = z.strictObject({
  changeId: z.uuid(),
  zone: z.string(),
  add: z.array(PlannedRecord),
  remove: z.array(PlannedRecord),
  /** What stands at the same names and stays. */
  keep: z.array(PlannedRecord),
  skipped: z.array(SkippedRecord),
});
export type DnsPlan = z.infer<typeof DnsPlan>;

export const ApplyDns = z.strictObject({
  domainId: z.uuid(),
  changeId: z.uuid(),
  token: Token.optional(),
  /** The token is kept, sealed, for the next time; otherwise it is forgotten when this is done. */
  keepsToken: z.boolean().default(false),
});
export type ApplyDns = z.infer<typeof ApplyDns>;

export const DnsChangeError = z.enum([
  ...([
    "refused",
    "zone_not_found",
    "zone_inactive",
    "record_gone",
    "in_the_way",
    "not_taken",
    "too_many",
    "unavailable",
  ] as const),
  /** Somebody else changed the zone meanwhile. */
  "changed_since",
  /** Undone but for records that somebody else changed meanwhile: those were left as they are. */
  "left_some",
  "token_needed",
]);
export type DnsChangeError = z.infer<typeof DnsChangeError>;

export const DnsChange = z.strictObject({
  id: z.uuid(),
  state: z.enum(["applying", "applied", "failed", "undone"]),
  /** It is being taken back. */
  isUndo: z.boolean(),
  add: z.array(PlannedRecord),
  remove: z.array(PlannedRecord),
  /** Steps. */
  done: z.int(),
  total: z.int(),
  error: DnsChangeError.nullable(),
  createdAt: Instant,
  appliedAt: Instant.nullable(),
  undoneAt: Instant.nullable(),
});
export type DnsChange = z.infer<typeof DnsChange>;

export const ConnectState = z.strictObject({
  /** Where the DNS is managed, as the name servers tell. */
  provider: DnsProviderId.nullable(),
  /** A token is kept for the next time. */
  hasToken: z.boolean(),
  /** The mail is meant to move now, so that its records may be changed too. */
  mayMoveMail: z.boolean(),
  /** The last that was begun. */
  change: DnsChange.nullable(),
});
export type ConnectState = z.infer<typeof ConnectState>;

/** What the domain's DNS provider offers of Domain Connect; `url` leads to its page, where everything is confirmed. */
export const DiscoveredConnect = z.strictObject({
  domainConnect: z
    .strictObject({
      providerName: z.string(),
      /** Whether the provider knows our records. */
      isSupported: z.boolean(),
      url: z.string().nullable(),
    })
    .nullable(),
});
export type DiscoveredConnect = z.infer<typeof DiscoveredConnect>;

export const DiscoverConnect = z.strictObject({ domainId: z.uuid(), movesMail: z.boolean().default(false) });
export type DiscoverConnect = z.infer<typeof DiscoverConnect>;
