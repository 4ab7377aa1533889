import { index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { id, instant } from "./columns";
import { ofTenant } from "./of-tenant";

/** Counters of a plan, such as messages a day, that must be exact and survive everything: one row a window. */
export const rateLimits = pgTable(
  "rate_limits",
  {
    id: id(),
    tenantId: ofTenant(),
    name: text().notNull(),
    windowStart: instant().notNull(),
    count: integer().notNull().default(0),
  },
  (table) => [
    uniqueIndex("rate_limits_window").on(table.tenantId, table.name, table.windowStart),
    index("rate_limits_start").on(table.windowStart),
  ],
);
