/** RFC 5321 §4.5.3.1.1, in octets. */
export const longestLocalPart = 64;
/** RFC 5321 §4.5.3.1.3: a path of 256 octets has its two brackets. */
export const longestAddress = 254;

/**
 * The part of an address before the @ as it is kept, or `null` when it cannot be one here. What RFC 5321 and RFC 6531 leave to the host that delivers
 * is decided thus:
 *
 * - Case does not count (§2.4 lets us; of `postmaster` §4.5.1 asks it): kept in lower case, so that `Ana@` and `ana@` are one mailbox.
 * - Dots count: `ana.ruiz` and `anaruiz` are two people. They stand between other characters only, as in any dot-string (§4.1.2).
 * - Quoted strings (`"ana ruiz"@`) are refused: §4.1.2 says itself that a host should not have mailboxes that need them, and programs mangle them.
 * - Of the dot-string, letters, digits, `.`, `-` and `_` are taken; a `-` neither begins nor ends it, since programs read it as an option.
 * - `+` is refused: it separates a tag from the mailbox that the mail goes to.
 * - Beyond ASCII (RFC 6531) is refused, however it is composed: mail to it would bounce at every hop without SMTPUTF8. So are letters that only
 *   become ASCII by folding case (the Kelvin sign): they would look like another's address.
 */
export function parseLocalPart(typed: string): string | null {
  const name = typed.trim();
  const isPlain = /^[A-Za-z0-9_.-]+$/.test(name) && !/^[.-]|[.-]$|\.\./.test(name);
  return isPlain && name.length <= longestLocalPart ? name.toLowerCase() : null;
}
