import { pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { createdAt, id } from "./columns";
import { ofPerson } from "./of-person";

/** Codes for a person whose second factor is lost. A used one is deleted. */
export const recoveryCodes = pgTable(
  "recovery_codes",
  {
    id: id(),
    personId: ofPerson(),
    /** HMAC-SHA-256 of person and code, base64url. */
    codeHash: text().notNull(),
    createdAt: createdAt(),
  },
  (table) => [uniqueIndex("recovery_codes_code").on(table.personId, table.codeHash)],
);
