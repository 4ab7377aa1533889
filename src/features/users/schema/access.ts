import { z } from "zod";
import { MemberEmail } from "~/features/auth/schema";
import { Instant } from "~/lib/instant";

/** What a program may do with an app password: read and send, read only, send only. */
export const AppPasswordScope = z.enum(["mail", "read", "send"]);

const userId = z.uuid();

/** A password for one program or device, without the secret, which was shown once. */
export const AppPassword = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  scope: AppPasswordScope,
  createdAt: Instant,
  /** Null: until it is removed. */
  expiresAt: Instant.nullable(),
});
export type AppPassword = z.infer<typeof AppPassword>;

/** How a mailbox user gets in, and back in. */
export const UserAccess = z.strictObject({
  /** Null while nobody has chosen a password. */
  passwordSetAt: Instant.nullable(),
  lastSignInAt: Instant.nullable(),
  hasSecondFactor: z.boolean(),
  recoveryEmail: z.string().nullable(),
  /** An address that a link was mailed to, which nobody has opened yet. */
  recoveryAsked: z.string().nullable(),
  /** The link for a password that is good now; `email` is where it was mailed to, if it was. */
  link: z
    .strictObject({ kind: z.enum(["invite", "reset"]), email: z.string().nullable(), expiresAt: Instant })
    .nullable(),
  appPasswords: z.array(AppPassword),
  /** Browsers that are signed in to the webmail. */
  openSessions: z.int(),
  /** Where sign-ins came from lately, as `/24` or `/48`; at most five. */
  networks: z.array(z.strictObject({ network: z.string(), firstSeenAt: Instant, lastSeenAt: Instant })),
});
export type UserAccess = z.infer<typeof UserAccess>;

/** `email`: where the link is mailed to as well, outside of the mailbox's own domain. */
export const InviteUser = z.strictObject({ userId, email: MemberEmail.optional() });
export type InviteUser = z.infer<typeof InviteUser>;

/** To the confirmed recovery address, or, without that, to be passed on by hand. */
export const SendReset = z.strictObject({ userId, toRecovery: z.boolean().default(false) });
export type SendReset = z.infer<typeof SendReset>;

/** A link that is shown this once; null where it was mailed to the user alone. */
export const MailboxLink = z.strictObject({
  link: z.url().nullable(),
  /** The same as a QR code: one row of dark and light a line, `1` is dark. */
  picture: z.array(z.string().regex(/^[01]+$/)),
  mailedTo: z.string().nullable(),
  expiresAt: Instant,
});
export type MailboxLink = z.infer<typeof MailboxLink>;

export const ProposeRecovery = z.strictObject({ userId, email: MemberEmail });
export type ProposeRecovery = z.infer<typeof ProposeRecovery>;

export const UserAppPassword = z.strictObject({ userId, appPasswordId: z.uuid() });
export type UserAppPassword = z.infer<typeof UserAppPassword>;
