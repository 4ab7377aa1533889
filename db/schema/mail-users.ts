import { sql } from "drizzle-orm";
import { index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { applied, bytes, createdAt, id, instant } from "./columns";
import { domains } from "./domains";
import { mailUserStates } from "./enums";
import { ofTenant } from "./of-tenant";
import { oneOf } from "./one-of";

/** Mailbox users: the persons with mail under a domain. `engineId` is the JMAP account id. */
export const mailUsers = pgTable(
  "mail_users",
  {
    id: id(),
    tenantId: ofTenant(),
    domainId: uuid()
      .notNull()
      .references(() => domains.id),
    localPart: text().notNull(),
    /** `localPart@domain`, lower case: the login and the primary address. */
    address: text().notNull(),
    displayName: text().notNull().default(""),
    state: text({ enum: mailUserStates }).notNull().default("active"),
    /** PHC string, argon2id; also what the engine receives. */
    passwordHash: text().notNull(),
    quotaBytes: bytes().notNull(),
    usedBytes: bytes().notNull().default(0),
    usageCheckedAt: instant(),
    deletedAt: instant(),
    ...applied(),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("mail_users_state", table.state, mailUserStates),
    uniqueIndex("mail_users_address").on(table.address),
    index("mail_users_tenant_created").on(table.tenantId, table.createdAt, table.id),
    index("mail_users_domain").on(table.tenantId, table.domainId, table.localPart),
    index("mail_users_unapplied")
      .on(table.id)
      .where(sql`${table.revision} > ${table.appliedRevision}`),
  ],
);
