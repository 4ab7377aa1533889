import { z } from "zod";

/** RFC 8621 section 4.1.2.3. A header that names nobody is `null` on the wire. */
export const AddressList = z
  .array(
    z.object({
      name: z
        .string()
        .nullish()
        .transform((name) => name || null),
      email: z.string().catch(""),
    }),
  )
  .nullish()
  .transform((addresses) => addresses ?? []);
