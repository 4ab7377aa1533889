import { z } from "zod";
import { mailAddress, withoutSpacesAround } from "~/lib/mail-address";

/** An address that hears of trouble: lower case, at most 254 octets (RFC 5321 §4.5.3.1.3 with its erratum). */
const AlertEmail = z
  .string()
  .overwrite(withoutSpacesAround)
  .toLowerCase()
  .max(254)
  .pipe(z.email({ pattern: mailAddress }));

/** `null` takes the address away. */
export const SetAlertAddress = z.strictObject({ email: AlertEmail.nullable() });
export type SetAlertAddress = z.infer<typeof SetAlertAddress>;

/** What stands behind the `#` of the link that confirms such an address: when it was made, and 256 bits, base64url. */
export const alertTokenPattern = /^alert\.[0-9a-z]{8,9}\.[\w-]{43}$/;
export const ConfirmAlertAddress = z.strictObject({ token: z.string().regex(alertTokenPattern) });
export type ConfirmAlertAddress = z.infer<typeof ConfirmAlertAddress>;

export const ConfirmedAlertAddress = z.strictObject({ email: z.string(), company: z.string() });
export type ConfirmedAlertAddress = z.infer<typeof ConfirmedAlertAddress>;

/** Who would be told of trouble with the domains now. An address inside of one of them is `isInside`: mail to it may be what is broken. */
export const AlertRecipients = z.strictObject({
  /** Of the tenant, beside its members. */
  address: z.strictObject({ email: z.string(), isConfirmed: z.boolean(), isInside: z.boolean() }).nullable(),
  /** Owners, admins and domain admins, at most 100. */
  members: z.array(
    z.strictObject({ email: z.string(), isConfirmed: z.boolean(), isInside: z.boolean(), isHeld: z.boolean() }),
  ),
  hasDomains: z.boolean(),
  /** Somebody hears of trouble with every domain. */
  isAnybodyTold: z.boolean(),
});
export type AlertRecipients = z.infer<typeof AlertRecipients>;
