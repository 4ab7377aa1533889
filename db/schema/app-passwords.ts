import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "./columns";
import { appPasswordScopes } from "./enums";
import { mailUsers } from "./mail-users";
import { ofTenant } from "./of-tenant";
import { oneOf } from "./one-of";

/** Passwords of a mailbox user for one device or program each. The engine made the secret and alone can check it. */
export const appPasswords = pgTable(
  "app_passwords",
  {
    id: id(),
    tenantId: ofTenant(),
    mailUserId: uuid()
      .notNull()
      .references(() => mailUsers.id, { onDelete: "cascade" }),
    name: text().notNull(),
    scope: text({ enum: appPasswordScopes }).notNull().default("mail"),
    engineKeyId: text().notNull(),
    expiresAt: instant(),
    /** Revoked here; the engine's one is destroyed by a job, which then deletes the row. */
    revokedAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("app_passwords_scope", table.scope, appPasswordScopes),
    index("app_passwords_of_user").on(table.tenantId, table.mailUserId, table.id),
    index("app_passwords_expiry").on(table.expiresAt),
  ],
);
