import { bigint, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "./columns";
import { groupPostStates } from "./enums";
import { groups } from "./groups";
import { ofTenant } from "./of-tenant";
import { oneOf } from "./one-of";

/** A message to a group with a rule, and what was decided about it. The message itself lies in the engine. */
export const groupPosts = pgTable(
  "group_posts",
  {
    id: id(),
    tenantId: ofTenant(),
    groupId: uuid()
      .notNull()
      .references(() => groups.id, { onDelete: "cascade" }),
    /** JMAP id of the message in the group's account. */
    emailId: text().notNull(),
    sender: text().notNull(),
    subject: text().notNull().default(""),
    size: bigint({ mode: "number" }).notNull().default(0),
    state: text({ enum: groupPostStates }).notNull().default("held"),
    /** Why it was held or refused, as a key. */
    reason: text(),
    /** The member who decided; null: the rule. */
    decidedBy: text(),
    decidedAt: instant(),
    receivedAt: instant().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("group_posts_state", table.state, groupPostStates),
    uniqueIndex("group_posts_email").on(table.groupId, table.emailId),
    index("group_posts_of_group").on(table.tenantId, table.groupId, table.state, table.id),
    index("group_posts_held").on(table.tenantId, table.state, table.id),
  ],
);
