import { createAnswerBook } from "./answer-book";
import { compareRecords } from "./compare-records";
import type { Resolver } from "./resolver";
import type { Comparison, Verdict } from "./verdict";

const maxQuestions = 150;
const maxRounds = 40;
/** Name servers that answer slowly, each time, must not hold a worker. */
const maxMs = 30_000;

/**
 * Compares, asks DNS for what the comparison wanted to know, and repeats until nothing is open. A hostile zone cannot keep it busy: what
 * is still open after 150 questions or half a minute stays unknown. `onRound` hears how many questions were asked so far.
 */
export async function gatherVerdicts(
  subject: Omit<Comparison, "ask">,
  resolve: Resolver,
  onRound?: (asked: number) => void,
): Promise<Map<string, Verdict>> {
  const started = Date.now();
  const book = createAnswerBook();
  const comparison: Comparison = { ...subject, ask: book.ask };
  let verdicts = compareRecords(comparison);
  for (let round = 0; round < maxRounds; round++) {
    const questions = book.unasked().slice(0, maxQuestions - book.size());
    if (questions.length === 0 || Date.now() - started > maxMs) break;
    const answers = await Promise.all(questions.map(({ name, type }) => resolve(name, type)));
    questions.forEach((question, index) =>
      book.enter(question, answers[index] ?? { status: "unknown", reason: "UNASKED" }),
    );
    onRound?.(book.size());
    verdicts = compareRecords(comparison);
  }
  return verdicts;
}
