import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { applied, createdAt, id, instant } from "./columns";
import { dkimModes, domainIntents, domainStates } from "./enums";
import { ofTenant } from "./of-tenant";
import { oneOf } from "./one-of";

/** As `Finding` of the domain's schema, which parses it on the way out. */
export type StoredFinding = {
  code: string;
  kind: "remove" | "warning" | "note";
  vars: Record<string, string>;
  record: { name: string; type: string; value: string } | null;
};

export const domains = pgTable(
  "domains",
  {
    id: id(),
    tenantId: ofTenant(),
    /** A-labels, lower case, no trailing dot. */
    name: text().notNull(),
    /** For the team; nobody else sees it. */
    note: text().notNull().default(""),
    state: text({ enum: domainStates }).notNull().default("pending_proof"),
    /** Value of the ownership record; new at each claim. */
    proofToken: text().notNull(),
    /** Set while ownership stands proven; unique by name among proven rows. */
    provenAt: instant(),
    /** When the proof was last looked for after it was given, how often in a row it was definitely gone, and since when. */
    proofCheckedAt: instant(),
    proofMisses: integer().notNull().default(0),
    proofMissedSince: instant(),
    /** Somebody else has proven the name: nothing works any more, and the rows stay until then for an export. */
    frozenUntil: instant(),
    /** Null: not asked yet. */
    intent: text({ enum: domainIntents }),
    dkimMode: text({ enum: dkimModes }).notNull().default("txt"),
    /** Other tenants may not claim names below this one while it is proven. */
    forbidsSubdomains: boolean().notNull().default(false),
    /** What the last check found beyond the wanted records: records to delete, warnings. */
    findings: jsonb().$type<StoredFinding[]>().notNull().default([]),
    /** Names of the zone's name servers as they were last seen; the DNS provider is recognised by them. */
    nameServers: jsonb().$type<string[]>().notNull().default([]),
    /** Zone that the domain lies in, as it was last seen. */
    zone: text(),
    checkedAt: instant(),
    /** How far the look that is under way has come, in questions to DNS; null while there is none. */
    checkProgress: jsonb().$type<{ asked: number; open: number } | null>(),
    /** Looks that began before it are given up. */
    checkCancelledAt: instant(),
    nextCheckAt: instant(),
    checkAttempts: integer().notNull().default(0),
    /** Address here that gets mail to addresses that nobody holds. */
    catchAll: text(),
    /** `ana+anything@` reaches ana@. */
    subAddressing: boolean().notNull().default(true),
    /** Every address of that domain works under this name too, which then has none of its own. */
    aliasOfId: uuid().references((): AnyPgColumn => domains.id),
    maxRecipientsPerHour: integer(),
    maxRecipientsPerDay: integer(),
    ...applied(),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("domains_state", table.state, domainStates),
    oneOf("domains_intent", table.intent, domainIntents),
    oneOf("domains_dkim_mode", table.dkimMode, dkimModes),
    uniqueIndex("domains_tenant_name").on(table.tenantId, table.name),
    uniqueIndex("domains_proven_name")
      .on(table.name)
      .where(sql`${table.provenAt} is not null`),
    index("domains_tenant_created").on(table.tenantId, table.createdAt, table.id),
    index("domains_next_check").on(table.nextCheckAt),
    index("domains_unapplied")
      .on(table.id)
      .where(sql`${table.revision} > ${table.appliedRevision}`),
  ],
);
