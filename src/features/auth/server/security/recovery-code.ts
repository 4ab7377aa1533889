import { randomInt } from "node:crypto";
import type { SecretBox } from "~/server/secret-box";

/** Without the letters that are read as digits, and without vowels that make words. */
const letters = "23456789bcdfghjkmnpqrstvwxyz";

/** Ten letters and digits, 48 bits. */
export const newRecoveryCode = (): string =>
  Array.from({ length: 10 }, () => letters[randomInt(letters.length)]).join("");

/** For the eye: two groups of five. */
export const groupedCode = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`;

/** What the database keeps of a code: useless without the server's key, and for nobody else. */
export const recoveryCodeHash = (box: SecretBox, personId: string, code: string): string =>
  box.fingerprint(code, `recovery-code:${personId}`);
