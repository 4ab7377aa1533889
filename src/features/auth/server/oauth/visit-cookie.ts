import { z } from "zod";
import { providerIds } from "~/lib/provider-ids";

/** What a browser keeps while its person is at a provider. */
const KeptVisit = z.strictObject({
  provider: z.enum(providerIds),
  ...{ state: z.string(), nonce: z.string(), verifier: z.string() },
  isAgain: z.boolean(),
  /** A path of ours to go on to. */
  next: z.string(),
  /** The signed-in person who adds the provider as one more way in. */
  linkTo: z.uuid().nullable(),
});
export type KeptVisit = z.infer<typeof KeptVisit>;

export const visitCookie = { name: "dm_visit", seconds: 600, shape: KeptVisit };

/** What a browser keeps of a newcomer whom a provider vouches for, until there is a name for the tenant. */
const Newcomer = z.strictObject({
  provider: z.enum(providerIds),
  ...{ subject: z.string(), email: z.string().nullable(), isEmailProven: z.boolean(), name: z.string() },
});
export type Newcomer = z.infer<typeof Newcomer>;

export const newcomerCookie = { name: "dm_newcomer", seconds: 1800, shape: Newcomer };
