import { index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "./columns";
import { memberRoles } from "./enums";
import { oneOf } from "./one-of";
import { tenants } from "./tenants";

/** Members: the persons who administer a tenant. */
export const users = pgTable(
  "users",
  {
    id: id(),
    tenantId: uuid()
      .notNull()
      .references(() => tenants.id, { onDelete: "cascade" }),
    /** Lower case. */
    email: text().notNull(),
    name: text().notNull().default(""),
    role: text({ enum: memberRoles }).notNull(),
    /** PHC string, argon2id. */
    passwordHash: text().notNull(),
    emailConfirmedAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("users_role", table.role, memberRoles),
    uniqueIndex("users_email").on(table.email),
    index("users_tenant").on(table.tenantId, table.id),
  ],
);
