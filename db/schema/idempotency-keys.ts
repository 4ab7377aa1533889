import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant } from "./columns";
import { tenants } from "./tenants";

/** What a call with an `Idempotency-Key` answered, for whoever asks the same again within a day. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    /** SHA-256 of caller, procedure and key, base64url: nobody finds another's. */
    id: text().primaryKey(),
    tenantId: uuid().references(() => tenants.id, { onDelete: "cascade" }),
    /** Keyed hash of the input, base64url: the input may hold a password. */
    bodyHash: text().notNull(),
    /** Sealed, for it may hold what is shown only once; null while the first call runs. */
    sealedAnswer: text(),
    leasedUntil: instant().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    index("idempotency_keys_created").on(table.createdAt),
    index("idempotency_keys_tenant").on(table.tenantId),
  ],
);
