import { z } from "zod";
import { Instant } from "~/lib/instant";
import { singleLine } from "~/lib/single-line";
import { MemberEmail, Password } from "../schema";

/** What stands behind the `#` of a link that was mailed: 256 bits, base64url. */
export const LinkToken = z.string().regex(/^[\w-]{43}$/);

export const ConfirmEmail = z.strictObject({ token: LinkToken, password: Password.optional() });
export type ConfirmEmail = z.infer<typeof ConfirmEmail>;

/** What confirming came to. A link alone proves a mailbox; the other steps ask for proof that its owner is who signed up. */
export const ConfirmAnswer = z.discriminatedUnion("step", [
  /** `takenOver` is the name of a tenant that went over to the account of whoever is signed in. */
  z.strictObject({ step: z.literal("confirmed"), email: z.string(), takenOver: z.string().nullable() }),
  /** Not signed in as that person: ask for the password chosen at sign-up. */
  z.strictObject({ step: z.literal("password"), email: z.string() }),
  /** Sign in to the account that has this address, then open the link again. */
  z.strictObject({ step: z.literal("sign_in"), email: z.string() }),
]);
export type ConfirmAnswer = z.infer<typeof ConfirmAnswer>;

export const RequestReset = z.strictObject({ email: MemberEmail });
export type RequestReset = z.infer<typeof RequestReset>;

export const ResetPassword = z.strictObject({ token: LinkToken, password: Password });
export type ResetPassword = z.infer<typeof ResetPassword>;

/** `currentPassword` is asked of whoever has one. */
export const ChangePassword = z.strictObject({ currentPassword: Password.optional(), newPassword: Password });
export type ChangePassword = z.infer<typeof ChangePassword>;

export const ChangeEmail = z.strictObject({ email: MemberEmail });
export type ChangeEmail = z.infer<typeof ChangeEmail>;

export const ChangeName = z.strictObject({ name: singleLine().trim().max(100) });
export type ChangeName = z.infer<typeof ChangeName>;

/** A mail that a trial kept instead of sending it. */
export const KeptNotice = z.strictObject({
  ...{ id: z.uuid(), kind: z.string(), recipient: z.string(), subject: z.string(), text: z.string() },
  /** On this site, without its origin; null where the mail has none. */
  path: z.string().nullable(),
  createdAt: Instant,
});
export type KeptNotice = z.infer<typeof KeptNotice>;
