import { index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "./columns";
import { domains } from "./domains";
import { dkimStages } from "./enums";
import { ofTenant } from "./of-tenant";
import { oneOf } from "./one-of";

export const dkimKeys = pgTable(
  "dkim_keys",
  {
    id: id(),
    tenantId: ofTenant(),
    domainId: uuid()
      .notNull()
      .references(() => domains.id, { onDelete: "cascade" }),
    selector: text().notNull(),
    algorithm: text({ enum: ["rsa-sha256", "ed25519-sha256"] }).notNull(),
    stage: text({ enum: dkimStages }).notNull().default("pending"),
    /** What DNS shows in `p=`: base64 of the SPKI (RSA) or of the raw key (Ed25519). */
    publicKey: text().notNull(),
    /** PKCS#8 PEM, sealed. */
    sealedPrivateKey: text().notNull(),
    /** Which of the two names of its algorithm it has: keys take turns, so that one can be published while the other signs. */
    slot: integer().notNull().default(1),
    /** When DNS first showed it. */
    publishedAt: instant(),
    activatedAt: instant(),
    retiringAt: instant(),
    retiredAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("dkim_keys_stage", table.stage, dkimStages),
    uniqueIndex("dkim_keys_selector").on(table.tenantId, table.domainId, table.selector),
    index("dkim_keys_moving").on(table.stage, table.activatedAt),
  ],
);
