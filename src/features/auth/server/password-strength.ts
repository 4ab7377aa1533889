import { AppError } from "~/lib/errors";
import { commonPasswords, coreOf } from "./common-passwords";
import { guessWork } from "./guess-work";

const shortest = 10;
const simplified = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");

const shortestWord = 4;
/** Power of ten: more than anybody can try where attempts are counted (zxcvbn's score of 2). */
const leastGuesses = 6;

const isCommon = (whole: string, middle: string) =>
  (whole !== "" && commonPasswords.has(whole)) || (middle.length >= shortestWord && commonPasswords.has(middle));

const isMonotonous = (password: string) =>
  new Set(password.toLowerCase()).size < 4 ||
  ["abcdefghijklmnopqrstuvwxyz", "012345678901234567890123456789"].some(
    (row) => row.includes(simplified(password)) && simplified(password),
  );

/**
 * Refuses what guessers try first (NIST SP 800-63B §3.1.1.2): too short, well-known, one pattern, or a word that everybody knows of
 * this person (`context`: name, e-mail address, company). No rules of composition. Throws `auth.weak_password` with an issue for `path`.
 */
export function requireStrongPassword(password: string, context: string[], path = "password"): void {
  const message = faultOf(password, context);
  if (message) throw new AppError("auth.weak_password", { issues: [{ path, message }] });
}

function faultOf(password: string, context: string[]): string | null {
  if ([...password].length < shortest) return "auth.issue_password_short";
  if (password.includes("\0")) return "auth.issue_password_common";
  const [whole, middle] = [simplified(password), coreOf(simplified(password))];
  const words = context.flatMap((text) => [...text.split(/[@\s]+/), ...text.split(/[@.\s-]+/)]).map(simplified);
  const known = [...words, ...context.map(simplified)].filter((word) => word.length >= shortestWord);
  if (known.some((word) => word === middle || (whole.replace(word, "").length < 4 && whole.includes(word))))
    return "auth.issue_password_personal";
  const isGuessed = isCommon(whole, middle) || isMonotonous(password) || guessWork(password, known) < leastGuesses;
  return isGuessed ? "auth.issue_password_common" : null;
}
