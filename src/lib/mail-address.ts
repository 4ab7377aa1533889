/**
 * An address of a person elsewhere, lower case: the dot-string of RFC 5321 §4.1.2 before the @, behind it a host name of at least two labels
 * (RFC 1123 §2.1), the last of letters or an A-label. Quoted names and address literals are left out: nobody signs in with one.
 */
export const mailAddress =
  /^(?!\.)(?!.*\.\.)[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}(?<!\.)@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{0,58}[a-z0-9])$/;

/** Spaces around it come from copying; a tab or a line break does not, and is left for the pattern to refuse. */
export const withoutSpacesAround = (text: string): string => text.replaceAll(/^ +| +$/g, "");
