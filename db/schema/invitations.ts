import { index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "./columns";
import { memberRoles } from "./enums";
import { ofTenant } from "./of-tenant";
import { oneOf } from "./one-of";
import { users } from "./users";

/** An open invitation into a tenant; deleted when it is accepted or withdrawn. The token itself is never stored. */
export const invitations = pgTable(
  "invitations",
  {
    id: id(),
    tenantId: ofTenant(),
    /** Lower case. */
    email: text().notNull(),
    role: text({ enum: memberRoles }).notNull(),
    /** For a `domain_admin`. */
    domainIds: uuid().array(),
    invitedBy: uuid().references(() => users.id, { onDelete: "set null" }),
    /** SHA-256, base64url. */
    tokenHash: text().notNull(),
    expiresAt: instant().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("invitations_role", table.role, memberRoles),
    uniqueIndex("invitations_token").on(table.tokenHash),
    uniqueIndex("invitations_tenant_email").on(table.tenantId, table.email),
    index("invitations_invited_by").on(table.invitedBy),
    index("invitations_expiry").on(table.expiresAt),
  ],
);
