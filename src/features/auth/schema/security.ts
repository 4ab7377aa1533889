import { z } from "zod";
import { Instant } from "~/lib/instant";
import { Password } from "../schema";

/** Six digits of an authenticator app, or a recovery code; spaces and dashes are for the eye. */
export const SecondFactorCode = z
  .string()
  .max(40)
  .transform((text) => text.replaceAll(/[\s-]/g, "").toLowerCase())
  .pipe(z.string().regex(/^(?:\d{6}|[0-9a-z]{10})$/));

export const SignInSecondFactor = z.strictObject({ code: SecondFactorCode });
export type SignInSecondFactor = z.infer<typeof SignInSecondFactor>;

/** What a person can prove themselves with here and now. */
export const ProofMethods = z.strictObject({ password: z.boolean(), code: z.boolean(), passkey: z.boolean() });
export type ProofMethods = z.infer<typeof ProofMethods>;

/** The password of whoever has one, and a code of whoever has a second factor. */
export const StepUp = z.strictObject({ password: Password.optional(), code: SecondFactorCode.optional() });
export type StepUp = z.infer<typeof StepUp>;

/** A secret for an authenticator app that is in use once a code of it was right; `setup` is the same, sealed. */
export const TotpSetup = z.strictObject({
  secret: z.string(),
  uri: z.string(),
  /** One row of dark and light a line: `1` is dark. */
  picture: z.array(z.string().regex(/^[01]+$/)),
  setup: z.string(),
});
export type TotpSetup = z.infer<typeof TotpSetup>;

export const ConfirmTotp = z.strictObject({
  setup: z.string().min(1).max(400),
  code: SecondFactorCode,
  signOutOthers: z.boolean(),
});
export type ConfirmTotp = z.infer<typeof ConfirmTotp>;

export const FactorChange = z.strictObject({ signOutOthers: z.boolean() });
export type FactorChange = z.infer<typeof FactorChange>;

/** Shown this once; null when the person has some already. */
export const FactorAdded = z.strictObject({ recoveryCodes: z.array(z.string()).nullable() });
export type FactorAdded = z.infer<typeof FactorAdded>;
export const RecoveryCodes = z.strictObject({ recoveryCodes: z.array(z.string()) });
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;

/** How a member signs in, for the page about it. */
export const Security = z.strictObject({
  hasPassword: z.boolean(),
  hasTotp: z.boolean(),
  recoveryCodesLeft: z.int(),
  passkeys: z.array(
    z.strictObject({
      ...{ id: z.uuid(), name: z.string(), isBackedUp: z.boolean() },
      ...{ createdAt: Instant, lastUsedAt: Instant.nullable() },
    }),
  ),
  /** The tenant asks its members for a second factor. */
  isFactorRequired: z.boolean(),
  /** Passkeys belong to this name: on any other they cannot be made or used. */
  passkeyHost: z.string(),
});
export type Security = z.infer<typeof Security>;

export const ListSessions = z.strictObject({
  after: z.uuid().optional(),
  limit: z.int().min(1).max(50).default(20),
});
export type ListSessions = z.infer<typeof ListSessions>;

export const SessionPage = z.strictObject({
  items: z.array(
    z.strictObject({
      ...{ id: z.uuid(), isThisOne: z.boolean(), ip: z.string(), userAgent: z.string(), tenantName: z.string() },
      ...{ createdAt: Instant, lastUsedAt: Instant, hasSecondFactor: z.boolean() },
    }),
  ),
  /** Cursor of the following page, absent on the last. */
  next: z.uuid().optional(),
});
export type SessionPage = z.infer<typeof SessionPage>;

export const SessionRef = z.strictObject({ sessionId: z.uuid() });
export type SessionRef = z.infer<typeof SessionRef>;

export const SetPolicy = z.strictObject({ requiresSecondFactor: z.boolean() });
export type SetPolicy = z.infer<typeof SetPolicy>;

export const SwitchTenant = z.strictObject({ tenantId: z.uuid() });
export type SwitchTenant = z.infer<typeof SwitchTenant>;
