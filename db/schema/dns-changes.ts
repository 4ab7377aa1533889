import { index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "./columns";
import { domains } from "./domains";
import { dnsChangeStates, dnsProviders } from "./enums";
import { ofTenant } from "./of-tenant";
import { oneOf } from "./one-of";

export type StoredDnsRecord = {
  name: string;
  type: string;
  value: string;
  ttlSeconds: number;
  /** What the provider calls it; absent for what is yet to be made. */
  id?: string;
  /** It answers with the provider's own addresses. */
  isProxied?: boolean;
  comment?: string;
};

export type StoredDnsPlan = {
  add: StoredDnsRecord[];
  remove: StoredDnsRecord[];
  /** What else stood at the same names when this was shown. */
  keep?: StoredDnsRecord[];
  zone?: { id: string; name: string };
  /** It is being taken back. */
  isUndo?: boolean;
};

export type StoredDnsStep = {
  /** What the provider calls the record; null for one that is gone, or not made yet. */
  id: string | null;
  did: "add" | "remove" | "replace";
  record: StoredDnsRecord;
  /** What was replaced. */
  was?: StoredDnsRecord;
  /** Begun; nobody knows yet whether it went through. */
  isPending?: true;
};

/** One set of changes to a domain's DNS by our hand: shown first, done on a press, undone on another. */
export const dnsChanges = pgTable(
  "dns_changes",
  {
    id: id(),
    tenantId: ofTenant(),
    domainId: uuid()
      .notNull()
      .references(() => domains.id, { onDelete: "cascade" }),
    provider: text({ enum: dnsProviders }).notNull(),
    state: text({ enum: dnsChangeStates }).notNull().default("planned"),
    plan: jsonb().$type<StoredDnsPlan>().notNull(),
    /** What was really done so far, with the provider's ids: what undoing goes by. */
    done: jsonb().$type<StoredDnsStep[]>().notNull().default([]),
    error: text(),
    appliedAt: instant(),
    undoneAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("dns_changes_provider", table.provider, dnsProviders),
    oneOf("dns_changes_state", table.state, dnsChangeStates),
    index("dns_changes_of_domain").on(table.tenantId, table.domainId, table.id),
  ],
);
