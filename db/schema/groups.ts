import { sql } from "drizzle-orm";
import { boolean, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { applied, createdAt, id, instant } from "./columns";
import { domains } from "./domains";
import { groupPostings } from "./enums";
import { ofTenant } from "./of-tenant";
import { oneOf } from "./one-of";

/** An address that mail is passed on from to several people, here or elsewhere. */
export const groups = pgTable(
  "groups",
  {
    id: id(),
    tenantId: ofTenant(),
    domainId: uuid()
      .notNull()
      .references(() => domains.id),
    /** `localPart@domain`, lower case. */
    address: text().notNull(),
    name: text().notNull().default(""),
    note: text().notNull().default(""),
    posting: text({ enum: groupPostings }).notNull().default("members"),
    /** What the rule would pass on waits for a decision too. */
    isModerated: boolean().notNull().default(false),
    /** Groups with a rule are accounts of the engine: a key of ours to their mail, sealed. */
    sealedEngineKey: text(),
    engineKeyId: text(),
    engineKeyExpiresAt: instant(),
    /** JMAP state up to which posts were looked at. */
    postState: text(),
    deletedAt: instant(),
    ...applied(),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("groups_posting", table.posting, groupPostings),
    uniqueIndex("groups_address").on(table.address),
    index("groups_tenant").on(table.tenantId, table.address),
    index("groups_domain").on(table.tenantId, table.domainId),
    index("groups_unapplied")
      .on(table.id)
      .where(sql`${table.revision} > ${table.appliedRevision}`),
  ],
);
