import { index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "./columns";
import { ofPerson } from "./of-person";

/** A person at an outside provider (OpenID Connect Core 1.0, section 2: `iss` and `sub` name somebody for good, an address does not). */
export const identities = pgTable(
  "identities",
  {
    id: id(),
    personId: ofPerson(),
    /** `<issuer> <subject>`. */
    subject: text().notNull(),
    /** `google`, `microsoft`, `github` or `oidc`. */
    provider: text().notNull(),
    /** As the provider showed it last; for people to tell accounts apart. */
    email: text().notNull(),
    lastUsedAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("identities_subject").on(table.subject),
    index("identities_person").on(table.personId, table.id),
  ],
);
