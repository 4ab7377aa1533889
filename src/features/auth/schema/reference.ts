import { z } from "zod";

const Field = z.strictObject({
  name: z.string(),
  /** Where a parameter stands; null for a field of a body. */
  place: z.enum(["path", "query", "header"]).nullable(),
  type: z.string(),
  isRequired: z.boolean(),
  description: z.string(),
});
export type ReferenceField = z.infer<typeof Field>;

/** One call of the REST API, ready to be shown. */
export const ReferenceCall = z.strictObject({
  id: z.string(),
  method: z.string(),
  path: z.string(),
  summary: z.string(),
  description: z.string(),
  access: z.enum(["public", "member", "mailbox", "token"]),
  parameters: z.array(Field),
  body: z.array(Field),
  answers: z.array(z.strictObject({ status: z.string(), text: z.string() })),
  /** As `curl` would ask. */
  curl: z.string(),
  /** What a good answer looks like; null where there is nothing to show. */
  example: z.string().nullable(),
});
export type ReferenceCall = z.infer<typeof ReferenceCall>;

/** The reference of the REST API, by headings. */
export const ApiReference = z.strictObject({
  version: z.string(),
  /** Paragraphs. */
  about: z.array(z.string()),
  groups: z.array(z.strictObject({ name: z.string(), text: z.string(), calls: z.array(ReferenceCall) })),
});
export type ApiReference = z.infer<typeof ApiReference>;
