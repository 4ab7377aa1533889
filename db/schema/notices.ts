import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id } from "./columns";
import { noticeStates } from "./enums";
import { oneOf } from "./one-of";
import { tenants } from "./tenants";

/** Mail from the platform to a person that is still to be sent; deleted when it was. A trial keeps it, to be read in the panel. */
export const notices = pgTable(
  "notices",
  {
    id: id(),
    tenantId: uuid().references(() => tenants.id, { onDelete: "cascade" }),
    recipient: text().notNull(),
    kind: text().notNull(),
    locale: text().notNull(),
    /** Names, links: what fills the holes of the text. Sealed, for links open doors. */
    sealedFields: text().notNull(),
    state: text({ enum: noticeStates }).notNull().default("pending"),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("notices_state", table.state, noticeStates),
    index("notices_tenant").on(table.tenantId),
    index("notices_created").on(table.createdAt),
  ],
);
