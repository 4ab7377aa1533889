import { type DnsAnswer, normaliseName, type RecordType } from "./dns-answer";

export type Question = { name: string; type: RecordType };

const unasked: DnsAnswer = { status: "unknown", reason: "UNASKED" };

/**
 * Gathered answers. Comparisons read it; a question that nobody asked yet is answered as unknown and noted, so that it can be gathered and the
 * comparison repeated. That keeps verdicts free of the network.
 */
export function createAnswerBook() {
  const answers = new Map<RecordType, Map<string, DnsAnswer>>();
  const noted = new Map<string, Question>();
  let misses = 0;
  let size = 0;
  const find = (name: string, type: RecordType): DnsAnswer | undefined => answers.get(type)?.get(normaliseName(name));
  const keyOf = (name: string, type: RecordType) => `${type} ${name}`;
  return {
    ask(name: string, type: RecordType): DnsAnswer {
      const known = find(name, type);
      if (known) return known;
      misses += 1;
      const question = { name: normaliseName(name), type };
      noted.set(keyOf(question.name, type), question);
      return unasked;
    },
    enter({ name, type }: Question, answer: DnsAnswer): void {
      const known = normaliseName(name);
      const ofType = answers.get(type) ?? new Map<string, DnsAnswer>();
      answers.set(type, ofType);
      if (!ofType.has(known)) size += 1;
      ofType.set(known, answer);
      noted.delete(keyOf(known, type));
    },
    unasked: (): Question[] => [...noted.values()],
    size: () => size,
    /** How often something was not known yet. */
    misses: () => misses,
    /** What was heard, without a note that it should be asked. */
    find,
  };
}
