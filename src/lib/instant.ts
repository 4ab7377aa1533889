import { z } from "zod";

/** A moment: `Date` inside, ISO 8601 text in UTC on the wire. */
export const Instant = z
  .union([z.date(), z.iso.datetime()])
  .transform((value) => new Date(value).toISOString())
  // Named once more, so that the API's document can say what comes out.
  .pipe(z.iso.datetime());
export type Instant = z.infer<typeof Instant>;
