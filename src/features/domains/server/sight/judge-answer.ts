import { createAnswerBook } from "../dns/answer-book";
import { compareRecord } from "../dns/compare-record";
import type { DnsAnswer } from "../dns/dns-answer";
import type { WantedRecord } from "../dns/record-set";
import type { Resolver } from "../dns/resolver";
import type { Comparison } from "../dns/verdict";
import type { SightAnswer } from "../../schema/sight";

export type Subject = Omit<Comparison, "ask">;

const maxRounds = 12;
const maxQuestions = 60;

/**
 * Whether `answer`, of one server, is what is wanted: by the same rules as in a check, where everything else that the rules look at (what an SPF record
 * includes, where a mail server lives) is asked of `resolve`.
 */
export async function judgeAnswer(
  wanted: WantedRecord,
  answer: DnsAnswer,
  subject: Subject,
  resolve: Resolver,
): Promise<SightAnswer["sees"]> {
  if (answer.status === "unknown") return "unknown";
  const book = createAnswerBook();
  book.enter({ name: wanted.name, type: wanted.type }, answer);
  const comparison = { ...subject, ask: book.ask };
  let { state } = compareRecord(wanted, comparison);
  for (let round = 0; round < maxRounds && book.size() < maxQuestions; round++) {
    const questions = book.unasked().slice(0, maxQuestions);
    if (questions.length === 0) break;
    const answers = await Promise.all(questions.map(({ name, type }) => resolve(name, type)));
    questions.forEach((question, index) => book.enter(question, answers[index]!));
    state = compareRecord(wanted, comparison).state;
  }
  if (state === "match" || state === "match_inherited") return "yes";
  if (answer.status === "absent") return "no";
  return state === "missing" && answer.records.length === 0 ? "no" : "other";
}
