import { bigint, boolean, index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "./columns";
import { ofPerson } from "./of-person";

/** WebAuthn credentials of persons (W3C WebAuthn level 3, section 4, "credential record"). */
export const passkeys = pgTable(
  "passkeys",
  {
    id: id(),
    personId: ofPerson(),
    /** base64url. */
    credentialId: text().notNull(),
    /** COSE key, base64url. */
    publicKey: text().notNull(),
    signCount: bigint({ mode: "number" }).notNull().default(0),
    transports: text().array().notNull(),
    isBackedUp: boolean().notNull().default(false),
    name: text().notNull(),
    lastUsedAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("passkeys_credential").on(table.credentialId),
    index("passkeys_person").on(table.personId, table.id),
  ],
);
