import { index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "./columns";
import { personTokenKinds } from "./enums";
import { ofPerson } from "./of-person";
import { oneOf } from "./one-of";

/** Links that were mailed to a person: single use, deleted when used. The token itself is never stored. */
export const personTokens = pgTable(
  "person_tokens",
  {
    id: id(),
    personId: ofPerson(),
    kind: text({ enum: personTokenKinds }).notNull(),
    /** SHA-256, base64url. */
    tokenHash: text().notNull(),
    /** The address that the link was sent to: what it proves. */
    email: text().notNull(),
    expiresAt: instant().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("person_tokens_kind", table.kind, personTokenKinds),
    uniqueIndex("person_tokens_token").on(table.tokenHash),
    index("person_tokens_person").on(table.personId, table.kind),
    index("person_tokens_expiry").on(table.expiresAt),
  ],
);
