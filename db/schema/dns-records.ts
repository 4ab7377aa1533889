import { integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { id, instant } from "./columns";
import { domains } from "./domains";
import { recordStates } from "./enums";
import { ofTenant } from "./of-tenant";
import { oneOf } from "./one-of";

/** The last verdict on each record that a domain should publish; what it should publish is computed, not stored. */
export const dnsRecords = pgTable(
  "dns_records",
  {
    id: id(),
    tenantId: ofTenant(),
    domainId: uuid()
      .notNull()
      .references(() => domains.id, { onDelete: "cascade" }),
    /** Id of the record within the domain's record set, such as `mx` or `spf`. */
    recordKey: text().notNull(),
    state: text({ enum: recordStates }).notNull().default("not_checked"),
    found: jsonb().$type<string[]>().notNull().default([]),
    /** Code of the sentence that tells what to do, with its variables. */
    advice: jsonb().$type<{ code: string; vars: Record<string, string> } | null>(),
    /** What to publish instead of the plain value, and what to delete beside it; null when the plain value is right. */
    fix: jsonb().$type<{ value: string; remove: { name: string; type: string; value: string }[] } | null>(),
    /** Seconds that resolvers may still show what was found. */
    foundTtlSeconds: integer(),
    /** Definite negatives in a row after it was good, and since when: only enough of them over enough time count. */
    misses: integer().notNull().default(0),
    missedSince: instant(),
    /** The tenant knows and does not want to hear of it. */
    ignoredAt: instant(),
    checkedAt: instant(),
  },
  (table) => [
    oneOf("dns_records_state", table.state, recordStates),
    uniqueIndex("dns_records_domain_key").on(table.tenantId, table.domainId, table.recordKey),
  ],
);
