import { z } from "zod";
import { setOf } from "./encodings";

const variant = <const T extends readonly [string, ...string[]]>(types: T, fallback: T[number]) =>
  z.looseObject({ "@type": z.enum(types) }).default({ "@type": fallback } as { "@type": T[number] });

/** What a client may write of an `x:Domain`. */
export const DomainBody = z.strictObject({
  name: z.string().min(1).max(253),
  description: z.string().max(1024).nullable().default(null),
  aliases: setOf().default({}),
  isEnabled: z.boolean().default(true),
  catchAllAddress: z.string().max(320).nullable().default(null),
  allowRelaying: z.boolean().default(false),
  reportAddressUri: z.string().max(512).nullable().default("mailto:postmaster"),
  subAddressing: variant(["Enabled", "Disabled", "Custom"], "Enabled"),
  certificateManagement: variant(["Manual", "Automatic"], "Manual"),
  dkimManagement: variant(["Manual", "Automatic"], "Automatic"),
  dnsManagement: variant(["Manual", "Automatic"], "Manual"),
  memberTenantId: z.string().max(16).nullable().default(null),
});
export type DomainBody = z.infer<typeof DomainBody>;
