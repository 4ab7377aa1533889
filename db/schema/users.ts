import { index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, id } from "./columns";
import { memberRoles } from "./enums";
import { ofPerson } from "./of-person";
import { ofTenant } from "./of-tenant";
import { oneOf } from "./one-of";

/** Members: a person's place in a tenant. */
export const users = pgTable(
  "users",
  {
    id: id(),
    tenantId: ofTenant(),
    personId: ofPerson(),
    role: text({ enum: memberRoles }).notNull(),
    /** The domains of a `domain_admin`; null for all others. */
    domainIds: uuid().array(),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("users_role", table.role, memberRoles),
    uniqueIndex("users_tenant_person").on(table.tenantId, table.personId),
    index("users_person").on(table.personId),
    index("users_tenant").on(table.tenantId, table.id),
  ],
);
