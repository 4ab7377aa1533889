import { sql } from "drizzle-orm";
import { bigint, boolean, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { applied, bytes, createdAt, id, instant } from "./columns";
import { domains } from "./domains";
import { mailUserStates } from "./enums";
import { ofTenant } from "./of-tenant";
import { oneOf } from "./one-of";

/** As every list asks, word for word: only then does the planner take the index. */
const isKept = sql`"state" <> 'deleted'`;
const isDeleted = sql`"state" = 'deleted'`;

/** Mailbox users: the persons with mail under a domain. `engineId` is the JMAP account id. */
export const mailUsers = pgTable(
  "mail_users",
  {
    id: id(),
    tenantId: ofTenant(),
    domainId: uuid()
      .notNull()
      .references(() => domains.id),
    localPart: text().notNull(),
    /** `localPart@domain`, lower case: the login and the primary address. */
    address: text().notNull(),
    displayName: text().notNull().default(""),
    state: text({ enum: mailUserStates }).notNull().default("active"),
    /** PHC string, argon2id; also what the engine receives. */
    passwordHash: text().notNull(),
    /** Null: invited, or left without a password that anybody knows. */
    passwordSetAt: instant(),
    /** What `suspended` takes away, each on its own; all are true while the state is `active`. */
    maySignIn: boolean().notNull().default(true),
    maySend: boolean().notNull().default(true),
    mayReceive: boolean().notNull().default(true),
    /** Set by the guard: sending waits until a person has looked. */
    sendingPausedAt: instant(),
    /** Outside of the own domain: where a new password is asked for. Counts once it was confirmed. */
    recoveryEmail: text(),
    recoveryConfirmedAt: instant(),
    /** Seed of the second factor, sealed; counts once it was confirmed. */
    sealedTotpSecret: text(),
    totpConfirmedAt: instant(),
    /** The last time step a code was used of: none is good twice. */
    totpLastStep: integer(),
    /** Recipients within an hour and a day; null: what the plan says. */
    maxRecipientsPerHour: integer(),
    maxRecipientsPerDay: integer(),
    /** The highest share of the quota, in percent, that was warned of since it was last below. */
    warnedPercent: integer().notNull().default(0),
    lastSignInAt: instant(),
    /** Text of the script that the engine runs on what arrives; null while it runs none. */
    appliedScript: text(),
    quotaBytes: bytes().notNull(),
    usedBytes: bytes().notNull().default(0),
    usageCheckedAt: instant(),
    deletedAt: instant(),
    ...applied(),
    createdAt: createdAt(),
    /**
     * What lists are sorted and searched by, worked out by the database. Columns, not expressions of an index: below row-level security
     * only the comparison of plain columns may begin a scan in the middle.
     */
    nameKey: text()
      .notNull()
      .generatedAlwaysAs(sql`lower("display_name")`),
    searchText: text()
      .notNull()
      .generatedAlwaysAs(sql`lower("address" || chr(10) || "display_name")`),
    /** Ten-thousandths of the quota. */
    usedShare: bigint({ mode: "number" })
      .notNull()
      .generatedAlwaysAs(sql`"used_bytes" * 10000 / greatest("quota_bytes", 1)`),
    /** 1970 for who never did. */
    signedInAt: instant()
      .notNull()
      .generatedAlwaysAs(sql`coalesce("last_sign_in_at", timestamptz '1970-01-01 00:00:00+00')`),
  },
  (table) => [
    oneOf("mail_users_state", table.state, mailUserStates),
    uniqueIndex("mail_users_address").on(table.address),
    index("mail_users_tenant_created").on(table.tenantId, table.createdAt, table.id),
    index("mail_users_domain").on(table.tenantId, table.domainId, table.localPart),
    index("mail_users_deleted").on(table.deletedAt),
    index("mail_users_bin").on(table.tenantId, table.deletedAt, table.id).where(isDeleted),
    index("mail_users_by_created").on(table.tenantId, table.createdAt, table.id).where(isKept),
    index("mail_users_by_address").on(table.tenantId, table.address, table.id).where(isKept),
    index("mail_users_by_name").on(table.tenantId, table.nameKey, table.id).where(isKept),
    index("mail_users_by_share").on(table.tenantId, table.usedShare, table.id).where(isKept),
    index("mail_users_by_sign_in").on(table.tenantId, table.signedInAt, table.id).where(isKept),
    index("mail_users_suspended")
      .on(table.tenantId, table.createdAt, table.id)
      .where(sql`"state" = 'suspended'`),
    index("mail_users_invited")
      .on(table.tenantId, table.createdAt, table.id)
      .where(sql`"password_set_at" is null and "state" <> 'deleted'`),
    index("mail_users_paused")
      .on(table.tenantId, table.createdAt, table.id)
      .where(sql`"sending_paused_at" is not null and "state" <> 'deleted'`),
    index("mail_users_behind")
      .on(table.tenantId, table.createdAt, table.id)
      .where(sql`"revision" > "applied_revision" and "state" <> 'deleted'`),
    index("mail_users_by_domain").on(table.tenantId, table.domainId, table.address).where(isKept),
    index("mail_users_engine").on(table.engineId),
    index("mail_users_unapplied")
      .on(table.id)
      .where(sql`${table.revision} > ${table.appliedRevision}`),
  ],
);
