import { index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "./columns";
import { domains } from "./domains";
import { dnsChangeStates, dnsProviders } from "./enums";
import { ofTenant } from "./of-tenant";
import { oneOf } from "./one-of";

export type StoredDnsRecord = { name: string; type: string; value: string; ttlSeconds: number };

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
    plan: jsonb().$type<{ add: StoredDnsRecord[]; remove: StoredDnsRecord[] }>().notNull(),
    /** What was really done so far, with the provider's ids: what undoing goes by. */
    done: jsonb()
      .$type<{ id: string | null; did: "add" | "remove"; record: StoredDnsRecord }[]>()
      .notNull()
      .default([]),
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
