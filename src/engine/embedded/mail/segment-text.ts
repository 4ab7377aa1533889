const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const eachUnspaced = new RegExp(unspaced, "gu");

/** Whether a letter belongs to a script that writes words without spaces, or is searched for in the middle of words. */
export const isUnspaced = (letter: string): boolean => unspaced.test(letter);

/**
 * Sets the letters of scripts without spaces apart, so that the word index, which splits at spaces, finds them as phrases. Applied to
 * indexed text and to search terms alike.
 */
export const segmentText = (text: string): string => (unspaced.test(text) ? text.replace(eachUnspaced, " $& ") : text);
