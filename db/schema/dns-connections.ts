import { jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "./columns";
import { domains } from "./domains";
import { dnsProviders } from "./enums";
import { ofTenant } from "./of-tenant";
import { oneOf } from "./one-of";

/** A way to change a domain's DNS from here: a provider's token that the tenant chose to keep. */
export const dnsConnections = pgTable(
  "dns_connections",
  {
    id: id(),
    tenantId: ofTenant(),
    domainId: uuid()
      .notNull()
      .references(() => domains.id, { onDelete: "cascade" }),
    provider: text({ enum: dnsProviders }).notNull(),
    /** The token, sealed; null where the provider needs none. */
    sealedSecret: text(),
    /** What the provider calls the zone and whatever else it needs. */
    settings: jsonb().$type<Record<string, string>>().notNull().default({}),
    lastUsedAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("dns_connections_provider", table.provider, dnsProviders),
    uniqueIndex("dns_connections_of_domain").on(table.tenantId, table.domainId, table.provider),
  ],
);
