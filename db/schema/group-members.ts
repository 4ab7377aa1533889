import { boolean, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, id } from "./columns";
import { groups } from "./groups";
import { mailUsers } from "./mail-users";
import { ofTenant } from "./of-tenant";

/** Who belongs to a group: a mailbox user, or an address elsewhere. */
export const groupMembers = pgTable(
  "group_members",
  {
    id: id(),
    tenantId: ofTenant(),
    groupId: uuid()
      .notNull()
      .references(() => groups.id, { onDelete: "cascade" }),
    /** Null for people elsewhere. */
    mailUserId: uuid().references(() => mailUsers.id, { onDelete: "cascade" }),
    /** For people elsewhere; of a mailbox user the address of today counts. */
    email: text(),
    receives: boolean().notNull().default(true),
    /** Where posting is for named people: whether this is one of them. */
    mayPost: boolean().notNull().default(false),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("group_members_user").on(table.groupId, table.mailUserId),
    uniqueIndex("group_members_email").on(table.groupId, table.email),
    index("group_members_of_group").on(table.tenantId, table.groupId, table.id),
    index("group_members_of_user").on(table.tenantId, table.mailUserId),
  ],
);
