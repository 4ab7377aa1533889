import { index, integer, pgTable, uuid } from "drizzle-orm/pg-core";
import { domains } from "./domains";
import { ofTenant } from "./of-tenant";

/**
 * How many mailbox users each domain has, without those that were deleted: counting a hundred thousand rows for every page would cost more than the
 * page. Kept by triggers of `mail_users`, so that no verb can forget it.
 */
export const userCounts = pgTable(
  "user_counts",
  {
    domainId: uuid()
      .primaryKey()
      .references(() => domains.id, { onDelete: "cascade" }),
    tenantId: ofTenant(),
    users: integer().notNull().default(0),
  },
  (table) => [index("user_counts_tenant").on(table.tenantId)],
);
