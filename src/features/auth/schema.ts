import { z } from "zod";
import { singleLine } from "~/lib/single-line";

/** The longest password that is taken; hashing costs the same for every length. */
const longestPassword = 200;

/** A member's login: lower case, at most 254 octets (RFC 5321 §4.5.3.1.3 with its erratum). */
export const MemberEmail = z.string().trim().toLowerCase().max(254).pipe(z.email());

export const Password = z.string().min(1).max(longestPassword);

export const SignUp = z.strictObject({
  company: singleLine().trim().min(1).max(100),
  email: MemberEmail,
  password: Password,
});
export type SignUp = z.infer<typeof SignUp>;

export const SignIn = z.strictObject({ email: MemberEmail, password: Password });
export type SignIn = z.infer<typeof SignIn>;

export const Role = z.enum(["owner", "admin", "viewer"]);
export type Role = z.infer<typeof Role>;

/** Who is signed in, and for which tenant. */
export const Me = z.object({
  tenant: z.object({ id: z.uuid(), name: z.string() }),
  member: z.object({ id: z.uuid(), email: z.string(), name: z.string(), role: Role }),
  /** Names end in .test here and mail stays on the machine. */
  isTrial: z.boolean(),
});
export type Me = z.infer<typeof Me>;
