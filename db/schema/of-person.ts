import { uuid } from "drizzle-orm/pg-core";
import { people } from "./people";

/** The person that a row belongs to and goes with; row-level security reads it. */
export const ofPerson = () =>
  uuid()
    .notNull()
    .references(() => people.id, { onDelete: "cascade" });
