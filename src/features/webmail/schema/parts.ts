import { z } from "zod";

/** The header of a message, topmost field first; values are unfolded and decoded, and may hold anything the sender wrote. */
export const MessageHeaders = z.strictObject({
  fields: z.array(z.strictObject({ name: z.string(), value: z.string() })),
  /** How it came here, from the sender's side to ours; who is not named is empty. */
  route: z.array(z.strictObject({ from: z.string(), by: z.string(), at: z.string().nullable() })),
  /** What our own mail server found (RFC 8601), such as `spf`, `pass`, and the domain that it is about; empty when it did not look. */
  checks: z.array(z.strictObject({ method: z.string(), result: z.string(), domain: z.string() })),
});
export type MessageHeaders = z.infer<typeof MessageHeaders>;
