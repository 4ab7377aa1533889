import { z } from "zod";
import { DomainRecord } from "../schema";
import { Finding } from "./findings";
import { DnsProviderId } from "./provider";
import { Instant } from "~/lib/instant";

export const CreateShare = z.strictObject({ domainId: z.uuid(), days: z.int().min(1).max(30).default(7) });
export type CreateShare = z.infer<typeof CreateShare>;

/** `url` is told this once: only a hash of its token is kept. */
export const CreatedShare = z.strictObject({ shareId: z.uuid(), url: z.string(), expiresAt: Instant });
export type CreatedShare = z.infer<typeof CreatedShare>;

export const ListShares = z.strictObject({
  domainId: z.uuid(),
  after: z.uuid().optional(),
  limit: z.int().min(1).max(100).default(20),
});
export type ListShares = z.infer<typeof ListShares>;

/** Links that still open something, oldest first. `next` is the cursor of the following page, absent on the last. */
export const SharePage = z.strictObject({
  shares: z.array(z.strictObject({ id: z.uuid(), createdAt: Instant, expiresAt: Instant })),
  next: z.uuid().optional(),
});
export type SharePage = z.infer<typeof SharePage>;

export const ShareRef = z.strictObject({ shareId: z.uuid() });
export type ShareRef = z.infer<typeof ShareRef>;

/** What stands behind the `#` of a link. */
export const ShareToken = z.strictObject({ token: z.string().regex(/^[\w-]{20,100}$/) });
export type ShareToken = z.infer<typeof ShareToken>;

/** What whoever has the link may see, and nothing else of the tenant: what to publish, what to delete, and how far it is. */
export const SharedRecords = z.strictObject({
  ...{ name: z.string(), displayName: z.string(), zone: z.string(), expiresAt: Instant, checkedAt: Instant.nullable() },
  /** Mail is to come here only later: its MX records are shown apart. */
  isMailLater: z.boolean(),
  provider: DnsProviderId.nullable(),
  findings: z.array(Finding),
  records: z.array(DomainRecord),
});
export type SharedRecords = z.infer<typeof SharedRecords>;
