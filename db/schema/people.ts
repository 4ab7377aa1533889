import { sql } from "drizzle-orm";
import { bigint, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "./columns";
import { tenants } from "./tenants";

/**
 * Persons who sign in to the panel; a member is a person in one tenant. Anybody may sign up with any address, so only a confirmed
 * address is unique: who has not confirmed holds a name that proves nothing.
 */
export const people = pgTable(
  "people",
  {
    id: id(),
    /** Lower case. */
    email: text().notNull(),
    name: text().notNull().default(""),
    /** BCP 47, of the page on which the person signed up: notices are written in it. */
    locale: text().notNull().default("en"),
    /** PHC string, argon2id; null for those who sign in with a passkey or a provider only. */
    passwordHash: text(),
    emailConfirmedAt: instant(),
    /** RFC 6238 secret, sealed; set once a first code was right. */
    sealedTotpSecret: text(),
    /** The last time step of which a code was taken: none is taken twice. */
    totpStep: bigint({ mode: "number" }),
    /** Where the next sign-in leads. */
    lastTenantId: uuid().references(() => tenants.id, { onDelete: "set null" }),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("people_confirmed_email")
      .on(table.email)
      .where(sql`${table.emailConfirmedAt} is not null`),
    index("people_email").on(table.email, table.id),
    index("people_last_tenant").on(table.lastTenantId),
  ],
);
