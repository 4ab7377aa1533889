import { createAnswerBook } from "./answer-book";
import type { Finding } from "../../schema/findings";
import { compareRecords } from "./compare-records";
import { findFindings } from "./find-findings";
import type { Resolver } from "./resolver";
import type { Comparison, Verdict } from "./verdict";

export type Observation = {
  /** By the id of the wanted record. */
  verdicts: Map<string, Verdict>;
  findings: Finding[];
};

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
): Promise<Observation> {
  const started = Date.now();
  const book = createAnswerBook();
  const comparison: Comparison = { ...subject, ask: book.ask };
  let verdicts = compareRecords(comparison);
  let findings = findFindings(comparison);
  for (let round = 0; round < maxRounds; round++) {
    const questions = book.unasked().slice(0, maxQuestions - book.size());
    if (questions.length === 0 || Date.now() - started > maxMs) break;
    const answers = await Promise.all(questions.map(({ name, type }) => resolve(name, type)));
    questions.forEach((question, index) =>
      book.enter(question, answers[index] ?? { status: "unknown", reason: "UNASKED" }),
    );
    onRound?.(book.size());
    verdicts = compareRecords(comparison);
    findings = findFindings(comparison);
  }
  return { verdicts, findings };
}
