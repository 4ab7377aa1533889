import { z } from "zod";
import { singleLine } from "~/lib/single-line";

const base64url = (longest: number) =>
  z
    .string()
    .min(1)
    .max(longest)
    .regex(/^[\w-]+$/);

const PublicKeyReference = z.strictObject({
  id: z.string(),
  type: z.literal("public-key"),
  transports: z.array(z.string()).optional(),
});

/** What a browser needs to ask for a passkey (W3C WebAuthn level 3, `PublicKeyCredentialRequestOptionsJSON`). */
export const PasskeyRequest = z.strictObject({
  ...{ challenge: z.string(), rpId: z.string(), timeout: z.int(), userVerification: z.literal("required") },
  allowCredentials: z.array(PublicKeyReference),
});
export type PasskeyRequest = z.infer<typeof PasskeyRequest>;

/** What a browser needs to make a passkey (W3C WebAuthn level 3, `PublicKeyCredentialCreationOptionsJSON`). */
export const PasskeyCreation = z.strictObject({
  rp: z.strictObject({ id: z.string(), name: z.string() }),
  user: z.strictObject({ id: z.string(), name: z.string(), displayName: z.string() }),
  challenge: z.string(),
  pubKeyCredParams: z.array(z.strictObject({ alg: z.int(), type: z.literal("public-key") })),
  timeout: z.int(),
  excludeCredentials: z.array(PublicKeyReference),
  authenticatorSelection: z.strictObject({
    residentKey: z.literal("required"),
    requireResidentKey: z.literal(true),
    userVerification: z.literal("required"),
  }),
  attestation: z.literal("none"),
});
export type PasskeyCreation = z.infer<typeof PasskeyCreation>;

const credential = {
  id: base64url(1400),
  rawId: base64url(1400),
  type: z.literal("public-key"),
  authenticatorAttachment: z.enum(["platform", "cross-platform"]).optional(),
  clientExtensionResults: z.strictObject({}),
};

/** A signature by a passkey (`AuthenticationResponseJSON`). */
export const PasskeyAnswer = z.strictObject({
  ...credential,
  response: z.strictObject({
    ...{ clientDataJSON: base64url(4000), authenticatorData: base64url(4000), signature: base64url(2000) },
    userHandle: base64url(100).optional(),
  }),
});
export type PasskeyAnswer = z.infer<typeof PasskeyAnswer>;

export const PasskeyProof = z.strictObject({ answer: PasskeyAnswer });
export type PasskeyProof = z.infer<typeof PasskeyProof>;

const PasskeyName = singleLine().trim().min(1).max(60);

/** A new passkey (`RegistrationResponseJSON`, without what can be read out of the rest of it). */
export const AddPasskey = z.strictObject({
  name: PasskeyName,
  made: z.strictObject({
    ...credential,
    response: z.strictObject({
      ...{ clientDataJSON: base64url(4000), attestationObject: base64url(20_000) },
      transports: z.array(z.enum(["ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"])).max(10),
    }),
  }),
  signOutOthers: z.boolean(),
});
export type AddPasskey = z.infer<typeof AddPasskey>;

export const PasskeyRef = z.strictObject({ passkeyId: z.uuid(), signOutOthers: z.boolean() });
export type PasskeyRef = z.infer<typeof PasskeyRef>;
export const RenamePasskey = z.strictObject({ passkeyId: z.uuid(), name: PasskeyName });
export type RenamePasskey = z.infer<typeof RenamePasskey>;
