import { createAnswerBook } from "./answer-book";
import type { Finding } from "../../schema/findings";
import { compareRecord } from "./compare-record";
import { findersFor, tidyFindings } from "./find-findings";
import type { WantedRecord } from "./record-set";
import type { Resolver } from "./resolver";
import type { Comparison, Verdict } from "./verdict";

export type Observation = {
  /** By the id of the wanted record. */
  verdicts: Map<string, Verdict>;
  findings: Finding[];
};

/** How many questions were asked so far, and how many are known to be still to ask: answers may bring more. */
export type LookProgress = { asked: number; open: number };
export type OnRound = (progress: LookProgress) => Promise<boolean>;

const maxQuestions = 150;
const maxRounds = 40;
/** Name servers that answer slowly, each time, must not hold a worker. */
const maxMs = 30_000;

/**
 * Compares, asks DNS for what the comparison wanted to know, and repeats until nothing is open. A hostile zone cannot keep it busy: what
 * is still open after 150 questions or half a minute stays unknown. `onRound` hears before each round how far the look
 * is, and says whether it goes on: the verdicts of one that was stopped mean nothing.
 */
export async function gatherVerdicts(
  subject: Omit<Comparison, "ask">,
  resolve: Resolver,
  onRound?: OnRound,
): Promise<Observation> {
  const started = Date.now();
  const book = createAnswerBook();
  const comparison: Comparison = { ...subject, ask: book.ask };
  const verdicts = new Map<string, Verdict>();
  const searches = findersFor(subject).map((find) => ({ find, found: [] as Finding[] }));
  let findings: Finding[] = [];
  let openRecords = subject.wanted;
  let openSearches = searches;

  /** Does what hangs on answers that were missing so far; the rest would come out as before. Says whether `work` missed one again. */
  const misses = (work: () => void): boolean => {
    const before = book.misses();
    work();
    return book.misses() > before;
  };
  const search = (one: (typeof searches)[number]): boolean => misses(() => (one.found = one.find(comparison)));
  const judge = () => {
    openRecords = openRecords.filter((wanted) =>
      misses(() => verdicts.set(wanted.id, compareRecord(wanted, comparison))),
    );
    openSearches = openSearches.filter(search);
    findings = tidyFindings(
      searches.flatMap(({ found }) => found),
      comparison,
    );
  };

  // With nothing known yet, each record can only want its own answer; what the searches want first comes along in the same round.
  for (const { name, type } of openRecords) book.ask(name, type);
  openSearches = openSearches.filter(search);
  for (let round = 0; round < maxRounds; round++) {
    const questions = book.unasked().slice(0, maxQuestions - book.size());
    if (questions.length === 0 || Date.now() - started > maxMs) break;
    if (onRound && !(await onRound({ asked: book.size(), open: questions.length }))) break;
    const answers = await Promise.all(questions.map(({ name, type }) => resolve(name, type)));
    questions.forEach((question, index) =>
      book.enter(question, answers[index] ?? { status: "unknown", reason: "UNASKED" }),
    );
    judge();
  }
  return { verdicts: new Map(subject.wanted.map((wanted) => [wanted.id, withTtl(wanted)])), findings };

  function withTtl({ id, name, type }: WantedRecord): Verdict {
    const judged = verdicts.get(id)!;
    const answer = book.find(name, type);
    if (judged.ttlSeconds !== undefined || judged.found.length === 0 || answer?.status !== "found") return judged;
    return { ...judged, ttlSeconds: answer.ttlSeconds };
  }
}
