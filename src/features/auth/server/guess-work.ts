import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";

/** Beyond this a password is strong by its length alone, and looking at it would hold up whoever else asks. */
const longestLookedAt = 64;

let estimator: ZxcvbnFactory | undefined;

/**
 * How many guesses a password would take somebody who tries words, names, dates, rows of keys and repetitions first, and what is known of the
 * person (`context`) before all: the power of ten. Costs up to 30 ms, and the first time 160 more.
 */
export function guessWork(password: string, context: readonly string[]): number {
  if (password.length > longestLookedAt) return Number.POSITIVE_INFINITY;
  estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: longestLookedAt });
  return estimator.check(password, [...context]).guessesLog10;
}
