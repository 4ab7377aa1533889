import { index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "./columns";
import { guardStates, guardSigns } from "./enums";
import { mailUsers } from "./mail-users";
import { ofTenant } from "./of-tenant";
import { oneOf } from "./one-of";

/** A mailbox that behaves as if somebody else had it: its sending is paused until a person has looked. */
export const guardCases = pgTable(
  "guard_cases",
  {
    id: id(),
    tenantId: ofTenant(),
    mailUserId: uuid()
      .notNull()
      .references(() => mailUsers.id, { onDelete: "cascade" }),
    sign: text({ enum: guardSigns }).notNull(),
    /** The figures that it was paused for. */
    evidence: jsonb().$type<Record<string, string | number>>().notNull().default({}),
    state: text({ enum: guardStates }).notNull().default("open"),
    /** The member who decided. */
    decidedBy: text(),
    decidedAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("guard_cases_sign", table.sign, guardSigns),
    oneOf("guard_cases_state", table.state, guardStates),
    index("guard_cases_tenant").on(table.tenantId, table.state, table.id),
    index("guard_cases_of_user").on(table.tenantId, table.mailUserId, table.id),
  ],
);
