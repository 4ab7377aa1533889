import { index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "./columns";
import { ofTenant } from "./of-tenant";
import { users } from "./users";

/** Keys to the API: of the tenant, or of one member (then never more than that member may do). Deleted when revoked. */
export const apiTokens = pgTable(
  "api_tokens",
  {
    id: id(),
    tenantId: ofTenant(),
    memberId: uuid().references(() => users.id, { onDelete: "cascade" }),
    name: text().notNull(),
    /** SHA-256, base64url. */
    tokenHash: text().notNull(),
    /** The last characters, for telling tokens apart. */
    hint: text().notNull(),
    scopes: text().array().notNull(),
    /** Null means every domain of the tenant. */
    domainIds: uuid().array(),
    /** CIDR ranges or addresses from which it is accepted; null means any. */
    networks: text().array(),
    expiresAt: instant(),
    lastUsedAt: instant(),
    lastUsedIp: text(),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("api_tokens_token").on(table.tokenHash),
    index("api_tokens_tenant").on(table.tenantId, table.id),
    index("api_tokens_member").on(table.memberId),
  ],
);
