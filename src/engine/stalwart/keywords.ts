import { z } from "zod";

/** Stalwart 1.0 keeps what it knows of attachments among the keywords; nobody set these. */
const internal = new Set(["$hasattachment", "$hasnoattachment"]);

/** RFC 8621 section 4.1.1: `{ "$seen": true }` on the wire. */
export const Keywords = z
  .record(z.string(), z.boolean())
  .nullish()
  .transform((keywords) =>
    Object.entries(keywords ?? {})
      .filter(([name, isSet]) => isSet && !internal.has(name.toLowerCase()))
      .map(([name]) => name.toLowerCase()),
  );
