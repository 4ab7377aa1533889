import { bigint, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "./columns";
import { mailUsers } from "./mail-users";
import { ofTenant } from "./of-tenant";

/** Files that wait in the object storage for the message that they will be attached to. */
export const stagedFiles = pgTable(
  "staged_files",
  {
    id: id(),
    tenantId: ofTenant(),
    mailUserId: uuid()
      .notNull()
      .references(() => mailUsers.id, { onDelete: "cascade" }),
    name: text().notNull(),
    type: text().notNull(),
    /** Octets, as they were counted when the file was whole. */
    size: bigint({ mode: "number" }).notNull(),
    storageKey: text().notNull(),
    /** Deleted then, with its octets, unless a draft still names it. */
    expiresAt: instant().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    index("staged_files_of_user").on(table.tenantId, table.mailUserId, table.id),
    index("staged_files_expiry").on(table.expiresAt),
  ],
);
