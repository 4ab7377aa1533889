import { z } from "zod";

/** What a check found beyond the wanted records; each code is a sentence of the catalogue (`checks.finding_<code>`). */
export const FindingCode = z.enum(["wildcard"]);
export type FindingCode = z.infer<typeof FindingCode>;

/** `remove`: `record` stands in the way and should be deleted. `warning`: worth knowing, with or without a record. */
export const Finding = z.strictObject({
  code: FindingCode,
  kind: z.enum(["remove", "warning"]),
  vars: z.record(z.string(), z.string()),
  record: z.strictObject({ name: z.string(), type: z.string(), value: z.string() }).nullable(),
});
export type Finding = z.infer<typeof Finding>;
