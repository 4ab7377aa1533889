/** RFC 5321 §4.5.3.1.1. */
export const longestLocalPart = 64;

/**
 * The part of an address before the @, lower case, or `null` when it cannot be a mailbox here. A subset of the dot-string of RFC 5321 §4.1.2:
 * letters, digits, `.`, `-` and `_`, since everything else is refused or mangled by some program that the mail meets; `+` separates a tag.
 */
export function parseLocalPart(typed: string): string | null {
  const name = typed.trim().toLowerCase();
  const isPlain = /^[a-z0-9_.-]+$/.test(name) && !/^[.-]|[.-]$|\.\./.test(name);
  return isPlain && name.length <= longestLocalPart ? name : null;
}
