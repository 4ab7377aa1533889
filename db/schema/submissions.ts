import { jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
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
    refused: jsonb().$type<{ email: string; smtpReply: string }[]>().notNull().default([]),
    error: text(),
    settledAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("submissions_state", table.state, submissionStates),
    uniqueIndex("submissions_key").on(table.tenantId, table.mailUserId, table.idempotencyKey),
    uniqueIndex("submissions_message_id").on(table.messageId),
  ],
);
