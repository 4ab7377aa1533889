import { dictionary } from "@zxcvbn-ts/language-common";

/** What the library's list lacks: German words and keyboards, rows of digits, our own names. */
const added =
  `password passwort passw0rd passwordpassword qwerty qwertyuiop qwertzuiop qwerty12345 qwertyqwerty asdfghjkl asdfghjklm
  zxcvbnm zxcvbnmasdf yxcvbnm 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc qazwsxedc q1w2e3r4t5 letmein letmeinnow welcome welcomeback
  willkommen administrator admin root changeme changemenow iloveyou ichliebedich sunshine princess football baseball superman
  batman trustno1 starwars dragon monkey master shadow michael jennifer jordan hunter computer internet secret geheim hallo
  hallohallo hello helloworld schatz schalke04 default temp temporary test testtest testing guest login access whatever
  pokemon minecraft liverpool chelsea arsenal bayern summer winter spring autumn sommer herbst fruehling january november
  december 1234567890 0123456789 12345678910 123456789 123123123 1231231231 1111111111 0000000000 9876543210 0987654321
  1122334455 123321123 147258369 159753 1q2w3e 123qwe 123qweasd 123qweasdzxc qwe123 abc123 abcdefghij abcd1234
  deftmail mailbox email webmail`.split(/\s+/);

/** Without digits at both ends; they do not make a word another password. */
export const coreOf = (simplified: string): string => simplified.replaceAll(/^\d+|\d+$/g, "");

const listed = [...dictionary["passwords-common"].map((word) => word.replaceAll(/[^\p{L}\p{N}]/gu, "")), ...added];

/**
 * The 49,000 passwords that leak most often, and what is left of them without digits around (ASVS V6.2.4 asks for 3,000 that are long
 * enough: with digits and signs put to them these are many more). Without signs, in lower case.
 */
export const commonPasswords: ReadonlySet<string> = new Set([...listed, ...listed.map(coreOf)]);
