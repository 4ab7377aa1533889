/** PHC string of argon2 (RFC 9106): version 1.3, parameters, salt of 8 to 64 and tag of 16 to 64 octets in base64 without padding. */
const argon2 =
  /^\$argon2(?:id|i|d)\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$[A-Za-z0-9+/]{11,86}\$[A-Za-z0-9+/]{22,86}$/;
/** Modular crypt format of bcrypt: cost of two digits, 22 letters of salt, 31 of the hash. */
const bcrypt = /^\$2[aby]\$(\d\d)\$[./A-Za-z0-9]{53}$/;

const isBetween = (value: string | undefined, low: number, high: number) =>
  Number(value) >= low && Number(value) <= high;

/**
 * A password hash that the mail server and the webmail can both check: argon2 or bcrypt, complete, and not so costly that one sign-in
 * would hold up all others (256 MiB, ten passes, cost 14). `null` for everything else.
 */
export function parseHash(text: string): string | null {
  const hash = text.trim();
  const [, memory, passes, lanes] = argon2.exec(hash) ?? [];
  if (memory) return isBetween(memory, 8, 262_144) && isBetween(passes, 1, 10) && isBetween(lanes, 1, 16) ? hash : null;
  const [, cost] = bcrypt.exec(hash) ?? [];
  return cost && isBetween(cost, 4, 14) ? hash : null;
}
