import { index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "./columns";
import { domains } from "./domains";
import { ofTenant } from "./of-tenant";

/** Links that show one domain's records, and nothing else, to whoever looks after its DNS. */
export const dnsShares = pgTable(
  "dns_shares",
  {
    id: id(),
    tenantId: ofTenant(),
    domainId: uuid()
      .notNull()
      .references(() => domains.id, { onDelete: "cascade" }),
    tokenHash: text().notNull(),
    expiresAt: instant().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("dns_shares_token").on(table.tokenHash),
    index("dns_shares_of_domain").on(table.tenantId, table.domainId, table.id),
    index("dns_shares_expiry").on(table.expiresAt),
  ],
);
