import { boolean, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { bytes, createdAt, id, instant } from "./columns";
import { storageModes, tenantStates } from "./enums";
import { oneOf } from "./one-of";

export const tenants = pgTable(
  "tenants",
  {
    id: id(),
    name: text().notNull(),
    state: text({ enum: tenantStates }).notNull().default("active"),
    maxDomains: integer().notNull().default(25),
    maxMailUsers: integer().notNull().default(250),
    maxStorageBytes: bytes().notNull().default(1_099_511_627_776),
    /** Recipients of mail that its mailbox users may send within 24 hours. */
    maxMessagesPerDay: integer().notNull().default(5000),
    maxRecipientsPerHour: integer().notNull().default(2000),
    /** What one mailbox user may send at most, whatever an admin sets; and what holds where none is set. */
    maxUserRecipientsPerHour: integer().notNull().default(200),
    maxUserRecipientsPerDay: integer().notNull().default(1000),
    maxGroups: integer().notNull().default(100),
    storageMode: text({ enum: storageModes }).notNull().default("per_user"),
    /** Set when an owner has confirmed an address: nothing can be sent before. */
    confirmedAt: instant(),
    /** Members without a second factor may do nothing but add one. */
    requiresSecondFactor: boolean().notNull().default(false),
    /** Why it is suspended, in the operator's words. */
    suspendedReason: text(),
    closedAt: instant(),
    /** A closed tenant can be opened again until then. */
    eraseAt: instant(),
    /** Outside of the tenant's own domains: hears of trouble with them. Mail goes there only once it was confirmed. */
    alertEmail: text(),
    alertEmailConfirmedAt: instant(),
    alertTokenHash: text(),
    /** When the last daily summary was made. */
    digestAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("tenants_storage_mode", table.storageMode, storageModes),
    oneOf("tenants_state", table.state, tenantStates),
    index("tenants_erase").on(table.eraseAt),
    index("tenants_unconfirmed").on(table.createdAt),
  ],
);
