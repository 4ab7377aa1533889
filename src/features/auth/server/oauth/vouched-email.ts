import { MemberEmail } from "../../schema";
import type { ProviderId } from "~/lib/provider-ids";
import { type IdToken, says } from "./verify-id-token";
import type { Voucher } from "./provider";

type Email = Pick<Voucher, "email" | "isEmailProven">;
type Told = Partial<Pick<IdToken, "email" | "email_verified" | "preferred_username" | "hd" | "xms_edov">>;

/** An address as ours are written, or null. */
export const asEmail = (text: string | undefined): string | null => MemberEmail.safeParse(text).data ?? null;

const proofs: Record<Exclude<ProviderId, "github">, (told: Told, email: string) => boolean> = {
  /** Google is in a place to know of its own addresses and of those of its organisations; another was looked at once, long ago. */
  google: (told, email) => says(told.email_verified) && (email.endsWith("@gmail.com") || told.hd !== undefined),
  /** Whoever runs a directory writes any address into it; only this claim says that the address's domain is the directory's. */
  microsoft: (told) => says(told.xms_edov),
  oidc: (told) => says(told.email_verified),
};

/** The address in a provider's claims, and whether they prove that it is the visitor's. */
export function vouchedEmail(provider: Exclude<ProviderId, "github">, told: Told): Email {
  const email = asEmail(told.email);
  if (email) return { email, isEmailProven: proofs[provider](told, email) };
  return { email: asEmail(told.preferred_username), isEmailProven: false };
}
