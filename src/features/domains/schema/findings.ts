import { z } from "zod";

/** What a check found beyond the wanted records; each code is a sentence of the catalogue (`checks.finding_<code>`). */
export const FindingCode = z.enum([
  "wildcard",
  "apex_alias",
  "caa_blocks",
  "caa_restricts",
  "dnssec_broken",
  "dnssec_off",
  "dnssec_on",
  "dane_on",
  "bimi_not_enforced",
  "bimi_malformed",
  "bimi_ready",
  "old_autodiscover",
  "old_service",
  "old_dkim",
  "sts_enforced_elsewhere",
  "null_mx_sends",
]);
export type FindingCode = z.infer<typeof FindingCode>;

/** `remove`: `record` stands in the way and should be deleted. `warning`: asks for something to be done. `note`: only worth knowing. */
export const Finding = z.strictObject({
  code: FindingCode,
  kind: z.enum(["remove", "warning", "note"]),
  vars: z.record(z.string(), z.string()),
  record: z.strictObject({ name: z.string(), type: z.string(), value: z.string() }).nullable(),
});
export type Finding = z.infer<typeof Finding>;
