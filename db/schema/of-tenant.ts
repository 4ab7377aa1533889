import { uuid } from "drizzle-orm/pg-core";
import { tenants } from "./tenants";

/** The tenant that a row belongs to and goes with; row-level security reads it. */
export const ofTenant = () =>
  uuid()
    .notNull()
    .references(() => tenants.id, { onDelete: "cascade" });
