import { z } from "zod";
import { Instant } from "~/lib/instant";

/** A day by the hour, a week or a month by the day; each ends now. */
export const StatsRange = z.enum(["day", "week", "month"]);
export type StatsRange = z.infer<typeof StatsRange>;

/** An IANA name, such as `Europe/Berlin`: where the days of whoever looks begin. */
const TimeZone = z
  .string()
  .max(64)
  .refine((name) => {
    try {
      return Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
    } catch {
      return false;
    }
  }, "not a time zone")
  .default("UTC");

export const GetSeries = z.strictObject({
  range: StatsRange.default("week"),
  domainId: z.uuid().optional(),
  userId: z.uuid().optional(),
  timeZone: TimeZone,
});
export type GetSeries = z.infer<typeof GetSeries>;

/** Recipients sent to, messages received, and so on. */
export const MailCounts = z.strictObject({
  sent: z.int(),
  sentOutside: z.int(),
  delivered: z.int(),
  bounced: z.int(),
  received: z.int(),
  spam: z.int(),
  signIns: z.int(),
  failedSignIns: z.int(),
});
export type MailCounts = z.infer<typeof MailCounts>;

export const Series = z.strictObject({
  /** Oldest first, none left out. `at` is the begin of the hour or day. */
  buckets: z.array(
    z.strictObject({
      at: Instant,
      ...MailCounts.shape,
      /** Octets at its end; null: not known yet. */
      usedBytes: z.int().nullable(),
      /** Mailbox users who sent or signed in, in a whole day; null where hours are shown. */
      activeUsers: z.int().nullable(),
    }),
  ),
  totals: MailCounts,
  /** Of the range before this one. */
  before: MailCounts,
});
export type Series = z.infer<typeof Series>;

export const GetTop = z.strictObject({
  range: StatsRange.default("week"),
  of: z.enum(["domains", "users"]),
  by: z.enum(["sent", "received", "bounced", "spam", "failedSignIns"]).default("sent"),
  domainId: z.uuid().optional(),
  timeZone: TimeZone,
});
export type GetTop = z.infer<typeof GetTop>;

/** Highest first, at most ten; who has none is left out. */
export const Top = z.strictObject({
  rows: z.array(z.strictObject({ id: z.uuid(), name: z.string(), count: z.int() })),
});
export type Top = z.infer<typeof Top>;

export const attentionKinds = [
  ...(["paused", "domainsBroken", "applyFailed", "mailboxesFull", "bounces", "failedSignIns"] as const),
  ...(["heldPosts", "domainsAttention", "mailboxesNearlyFull", "deferred", "applyPending", "invited"] as const),
] as const;
export type AttentionKind = (typeof attentionKinds)[number];

/** What needs a look, the worst first, each with how often; nothing is listed that is all right. */
export const Attention = z.strictObject({
  items: z.array(z.strictObject({ kind: z.enum(attentionKinds), count: z.int() })),
  users: z.int(),
  domains: z.int(),
  /** Domains whose records are right. */
  activeDomains: z.int(),
  usedBytes: z.int(),
  /** What the plan allows; absent for who is held to some domains. */
  plan: z.strictObject({ maxUsers: z.int(), maxBytes: z.int() }).optional(),
  /** Of the last 24 hours. */
  day: MailCounts,
});
export type Attention = z.infer<typeof Attention>;
