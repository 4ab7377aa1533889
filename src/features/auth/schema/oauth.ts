import { z } from "zod";
import { Instant } from "~/lib/instant";
import { providerIds } from "~/lib/provider-ids";
import { singleLine } from "~/lib/single-line";
import { MemberEmail } from "../schema";

export const ProviderId = z.enum(providerIds);

/** A provider as its button says it. */
export const OfferedProvider = z.strictObject({ id: ProviderId, name: z.string() });

/** Whom a provider vouches for, who has no account here yet. */
export const NewcomerView = z.strictObject({
  provider: z.string(),
  email: z.string().nullable(),
  /** The provider proves that the address is theirs: it cannot be changed, and need not be confirmed. */
  isEmailProven: z.boolean(),
});
export type NewcomerView = z.infer<typeof NewcomerView>;

export const SignUpVouched = z.strictObject({
  company: singleLine().trim().min(1).max(100),
  /** Where the provider proves no address. */
  email: MemberEmail.optional(),
});
export type SignUpVouched = z.infer<typeof SignUpVouched>;

export const LinkProvider = z.strictObject({ provider: ProviderId });
export const UnlinkIdentity = z.strictObject({ identityId: z.uuid() });

export const Identities = z.strictObject({
  linked: z.array(
    z.strictObject({
      ...{ id: z.uuid(), name: z.string(), email: z.string() },
      ...{ lastUsedAt: Instant.nullable(), createdAt: Instant },
    }),
  ),
  /** Those that this installation knows, in the order of their buttons. */
  offered: z.array(OfferedProvider),
});
export type Identities = z.input<typeof Identities>;
