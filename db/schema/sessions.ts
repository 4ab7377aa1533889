import { boolean, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "./columns";
import { sessionKinds } from "./enums";
import { mailUsers } from "./mail-users";
import { ofTenant } from "./of-tenant";
import { oneOf } from "./one-of";
import { people } from "./people";
import { users } from "./users";

/** One signed-in browser of a member or of a mailbox user. The refresh token itself is never stored. */
export const sessions = pgTable(
  "sessions",
  {
    id: id(),
    tenantId: ofTenant(),
    kind: text({ enum: sessionKinds }).notNull(),
    userId: uuid().references(() => users.id, { onDelete: "cascade" }),
    /** Member sessions: who, whatever the tenant. */
    personId: uuid().references(() => people.id, { onDelete: "cascade" }),
    mailUserId: uuid().references(() => mailUsers.id, { onDelete: "cascade" }),
    /** SHA-256 of the token that is valid now, base64url. */
    tokenHash: text().notNull(),
    /** The token before it, which two racing tabs may still present for some seconds. */
    previousTokenHash: text(),
    /** When the person last proved who they are: what is dangerous asks for a recent one. */
    authenticatedAt: instant().notNull().defaultNow(),
    /** A second factor, or a passkey that is two in one, was part of that. */
    hasSecondFactor: boolean().notNull().default(false),
    rotatedAt: instant().notNull().defaultNow(),
    expiresAt: instant().notNull(),
    /** Mailbox sessions: the engine key of this session, sealed, and its id for destroying it. */
    sealedEngineKey: text(),
    engineKeyId: text(),
    ip: text().notNull(),
    userAgent: text().notNull().default(""),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("sessions_kind", table.kind, sessionKinds),
    uniqueIndex("sessions_token").on(table.tokenHash),
    uniqueIndex("sessions_previous_token").on(table.previousTokenHash),
    index("sessions_tenant").on(table.tenantId, table.id),
    index("sessions_person").on(table.personId, table.id),
    index("sessions_user").on(table.userId),
    index("sessions_mail_user").on(table.mailUserId),
    index("sessions_expiry").on(table.expiresAt),
  ],
);
