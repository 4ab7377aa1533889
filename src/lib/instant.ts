import { z } from "zod";

/** A moment: `Date` inside, ISO 8601 text in UTC on the wire. */
export const Instant = z.union([z.date(), z.iso.datetime()]).transform((value) => new Date(value).toISOString());
export type Instant = z.infer<typeof Instant>;
