import { index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "./columns";
import { memberRoles } from "./enums";
import { ofTenant } from "./of-tenant";
import { oneOf } from "./one-of";

/** Members: the persons who administer a tenant. */
export const users = pgTable(
  "users",
  {
    id: id(),
    tenantId: ofTenant(),
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
