import { z } from "zod";
import { mailAddress, withoutSpacesAround } from "~/lib/mail-address";
import { singleLine } from "~/lib/single-line";

/** The longest password that is taken; hashing costs the same for every length. */
const longestPassword = 200;

/** A member's login: lower case, at most 254 octets (RFC 5321 §4.5.3.1.3 with its erratum). */
export const MemberEmail = z
  .string()
  .overwrite(withoutSpacesAround)
  .toLowerCase()
  .max(254)
  .pipe(z.email({ pattern: mailAddress }));

export const Password = z.string().min(1).max(longestPassword);

export const SignUp = z.strictObject({
  company: singleLine().trim().min(1).max(100),
  email: MemberEmail,
  password: Password,
});
export type SignUp = z.infer<typeof SignUp>;

export const SignIn = z.strictObject({ email: MemberEmail, password: Password });
export type SignIn = z.infer<typeof SignIn>;

export const Role = z.enum(["owner", "admin", "domain_admin", "viewer"]);
export type Role = z.infer<typeof Role>;

/** Who is signed in, and for which tenant. */
export const Me = z.strictObject({
  /** Nothing can be sent before an owner has confirmed an address. */
  tenant: z.strictObject({ id: z.uuid(), name: z.string(), isConfirmed: z.boolean() }),
  member: z.strictObject({
    ...{ id: z.uuid(), email: z.string(), name: z.string(), role: Role },
    /** The address was proven by a link that was mailed to it. */
    isConfirmed: z.boolean(),
  }),
  /** All open tenants of this person, this one among them. */
  tenants: z.array(z.strictObject({ id: z.uuid(), name: z.string(), role: Role })),
  /** The tenant asks for a second factor; until there is one nothing else can be done. */
  needsSecondFactor: z.boolean(),
  /** Names end in .test here and mail stays on the machine. */
  isTrial: z.boolean(),
});
export type Me = z.infer<typeof Me>;

export const SecondFactorMethod = z.enum(["totp", "passkey", "recovery_code"]);
export type SecondFactorMethod = z.infer<typeof SecondFactorMethod>;

/** Whoever has a second factor is asked for it before anything else. */
export const SignInAnswer = z.discriminatedUnion("step", [
  z.strictObject({ step: z.literal("signed_in"), me: Me }),
  z.strictObject({ step: z.literal("second_factor"), methods: z.array(SecondFactorMethod) }),
]);
export type SignInAnswer = z.infer<typeof SignInAnswer>;

/** What is left of a sign-in whose first step was taken in this browser; null when none was. */
export const SecondStep = z.strictObject({ methods: z.array(SecondFactorMethod) }).nullable();
export type SecondStep = z.infer<typeof SecondStep>;
