import { z } from "zod";
import { MemberEmail, Password } from "~/features/auth/schema";
import { LinkToken } from "~/features/auth/schema/account";
import { SecondFactorCode } from "~/features/auth/schema/security";
import { AppPasswordScope } from "~/features/users/schema/access";
import { AppPassword } from "~/features/users/schema/access";
import { Instant } from "~/lib/instant";
import { singleLine } from "~/lib/single-line";

/** What a link is for. It says whose mailbox, and nothing else of it. */
export const MailboxLinkView = z.discriminatedUnion("kind", [
  /** A password is to be chosen: the first, or a new one. */
  z.strictObject({ kind: z.literal("password"), isFirst: z.boolean(), address: z.string() }),
  /** `email` is to become the way back into the mailbox, which has to be open in this browser. */
  z.strictObject({
    kind: z.literal("recovery"),
    ...{ address: z.string(), email: z.string(), isSignedIn: z.boolean() },
  }),
]);
export type MailboxLinkView = z.infer<typeof MailboxLinkView>;

export const OpenMailboxLink = z.strictObject({ token: LinkToken });
export type OpenMailboxLink = z.infer<typeof OpenMailboxLink>;

/** `removeApps`: programs and phones have to be given a new app password, too. */
export const SetByLink = z.strictObject({
  token: LinkToken,
  password: Password,
  removeApps: z.boolean().default(false),
});
export type SetByLink = z.infer<typeof SetByLink>;

export const RequestMailReset = z.strictObject({ address: MemberEmail });
export type RequestMailReset = z.infer<typeof RequestMailReset>;

/** How the user of a mailbox gets in. */
export const MailSecurity = z.strictObject({
  address: z.string(),
  passwordSetAt: Instant.nullable(),
  hasTotp: z.boolean(),
  recoveryCodesLeft: z.int(),
  /** Confirmed. */
  recoveryEmail: z.string().nullable(),
  /** An address that a link was mailed to, which was not opened yet. */
  recoveryAsked: z.string().nullable(),
  appPasswords: z.array(AppPassword),
  maxAppPasswords: z.int(),
});
export type MailSecurity = z.infer<typeof MailSecurity>;

export const ChangeMailPassword = z.strictObject({
  currentPassword: Password,
  newPassword: Password,
  removeApps: z.boolean().default(false),
});
export type ChangeMailPassword = z.infer<typeof ChangeMailPassword>;

export const MailSessionPage = z.strictObject({
  items: z.array(
    z.strictObject({
      ...{ id: z.uuid(), isThisOne: z.boolean(), ip: z.string(), userAgent: z.string() },
      ...{ createdAt: Instant, lastUsedAt: Instant },
    }),
  ),
  /** Cursor of the following page, absent on the last. */
  next: z.uuid().optional(),
});
export type MailSessionPage = z.infer<typeof MailSessionPage>;

export const CreateAppPassword = z.strictObject({
  name: singleLine().trim().min(1).max(60),
  scope: AppPasswordScope.default("mail"),
  /** From now; null: until it is removed. */
  days: z.int().min(1).max(3650).nullable().default(null),
});
export type CreateAppPassword = z.infer<typeof CreateAppPassword>;

/** The secret is shown this once. */
export const NewAppPassword = z.strictObject({ ...AppPassword.shape, secret: z.string() });
export type NewAppPassword = z.infer<typeof NewAppPassword>;

export const AppPasswordRef = z.strictObject({ appPasswordId: z.uuid() });
export type AppPasswordRef = z.infer<typeof AppPasswordRef>;

export const MailStepUp = z.strictObject({ password: Password, code: SecondFactorCode.optional() });
export type MailStepUp = z.infer<typeof MailStepUp>;

export const SetRecovery = z.strictObject({ email: MemberEmail });
export type SetRecovery = z.infer<typeof SetRecovery>;

/** What a phone or program is told, and how it tells itself. */
export const PhoneSetup = z.strictObject({
  address: z.string(),
  /** Null where programs cannot fetch mail from this installation. */
  servers: z
    .strictObject({
      ...{ incomingHost: z.string(), incomingPort: z.int() },
      ...{ outgoingHost: z.string(), outgoingPort: z.int() },
      /** Apple's configuration profile, without a password. */
      profileUrl: z.url(),
      /** The same as a QR code: one row of dark and light a line. */
      picture: z.array(z.string().regex(/^[01]+$/)),
    })
    .nullable(),
});
export type PhoneSetup = z.infer<typeof PhoneSetup>;
