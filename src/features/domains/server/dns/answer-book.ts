import { type DnsAnswer, normaliseName, type RecordType } from "./dns-answer";

export type Question = { name: string; type: RecordType };

const unasked: DnsAnswer = { status: "unknown", reason: "UNASKED" };

/**
 * Gathered answers. Comparisons read it; a question that nobody asked yet is answered as unknown and noted, so that it can be gathered and the
 * comparison repeated. That keeps verdicts free of the network.
 */
export function createAnswerBook() {
  const answers = new Map<string, DnsAnswer>();
  const noted = new Map<string, Question>();
  let misses = 0;
  const keyOf = (name: string, type: RecordType) => `${type} ${normaliseName(name)}`;
  return {
    ask(name: string, type: RecordType): DnsAnswer {
      const key = keyOf(name, type);
      const known = answers.get(key);
      if (known) return known;
      misses += 1;
      if (!noted.has(key)) noted.set(key, { name: normaliseName(name), type });
      return unasked;
    },
    enter({ name, type }: Question, answer: DnsAnswer): void {
      answers.set(keyOf(name, type), answer);
      noted.delete(keyOf(name, type));
    },
    unasked: (): Question[] => [...noted.values()],
    size: () => answers.size,
    /** How often something was not known yet. */
    misses: () => misses,
    /** What was heard, without a note that it should be asked. */
    find: (name: string, type: RecordType): DnsAnswer | undefined => answers.get(keyOf(name, type)),
  };
}
