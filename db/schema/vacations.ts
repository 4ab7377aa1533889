import { boolean, date, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, id } from "./columns";
import { mailUsers } from "./mail-users";
import { ofTenant } from "./of-tenant";

/** What somebody who is away has answered to those who write to them. */
export const vacations = pgTable(
  "vacations",
  {
    id: id(),
    tenantId: ofTenant(),
    mailUserId: uuid()
      .notNull()
      .references(() => mailUsers.id, { onDelete: "cascade" }),
    isEnabled: boolean().notNull(),
    /** The first and the last day, in `zone`; null: from now on, until it is switched off. */
    fromDate: date(),
    untilDate: date(),
    /** Offset from UTC where the person is, as `+0100`. */
    zone: text().notNull(),
    /** Empty: what the mail server writes, with the subject of the message that is answered. */
    subject: text().notNull(),
    text: text().notNull(),
    createdAt: createdAt(),
  },
  (table) => [uniqueIndex("vacations_of_user").on(table.tenantId, table.mailUserId)],
);
