import { z } from "zod";
import { DomainIntent } from "../schema";

export const SetIntent = z.strictObject({ domainId: z.uuid(), intent: DomainIntent });
export type SetIntent = z.infer<typeof SetIntent>;

/** `recordId` is the id of a record of the domain. */
export const IgnoreRecord = z.strictObject({
  domainId: z.uuid(),
  recordId: z.string().min(1).max(100),
  isIgnored: z.boolean(),
});
export type IgnoreRecord = z.infer<typeof IgnoreRecord>;

export const SetPolicy = z.strictObject({ domainId: z.uuid(), forbidsSubdomains: z.boolean() });
export type SetPolicy = z.infer<typeof SetPolicy>;

/** A zone file in the form of RFC 1035, section 5. */
export const ZoneFile = z.strictObject({ fileName: z.string(), text: z.string() });
export type ZoneFile = z.infer<typeof ZoneFile>;
