import { sql } from "drizzle-orm";
import { boolean, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "./columns";
import { submissionStates } from "./enums";
import { mailUsers } from "./mail-users";
import { ofTenant } from "./of-tenant";
import { oneOf } from "./one-of";

/** A send that a mailbox user asked for: written before the engine is called, so that no crash can make it two. */
export const submissions = pgTable(
  "submissions",
  {
    id: id(),
    tenantId: ofTenant(),
    mailUserId: uuid()
      .notNull()
      .references(() => mailUsers.id, { onDelete: "cascade" }),
    /** Made by the composer, the same for every repetition of one click on Send. */
    idempotencyKey: text().notNull(),
    /** SHA-256 of what was asked, base64url: the same key with another body is refused. */
    bodyHash: text().notNull(),
    messageId: text().notNull(),
    state: text({ enum: submissionStates }).notNull().default("sending"),
    engineSubmissionId: text(),
    /** The message's id in the mail server. */
    emailId: text(),
    /** When it leaves, or left: later than it was written while it can be undone or is scheduled. */
    sendAt: instant(),
    /** Asked to leave later, not held back just long enough to be taken back. */
    isScheduled: boolean().notNull().default(false),
    /** The stored draft that it was made of: while it is under way or sent, that draft is not sent again. */
    draftId: text(),
    recipients: integer().notNull().default(0),
    refused: jsonb().$type<{ email: string; smtpReply: string }[]>().notNull().default([]),
    error: text(),
    /** When the state last changed. */
    settledAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("submissions_state", table.state, submissionStates),
    uniqueIndex("submissions_key").on(table.tenantId, table.mailUserId, table.idempotencyKey),
    uniqueIndex("submissions_message_id").on(table.messageId),
    index("submissions_of_user").on(table.tenantId, table.mailUserId, table.createdAt, table.id),
    uniqueIndex("submissions_draft")
      .on(table.tenantId, table.mailUserId, table.draftId)
      .where(sql`${table.draftId} is not null and ${table.state} in ('sending', 'sent', 'unknown')`),
    index("submissions_open")
      .on(table.createdAt)
      .where(sql`${table.state} in ('sending', 'unknown')`),
  ],
);
