import { type DnsAnswer, normaliseName, type RecordType } from "./dns-answer";

export type Question = { name: string; type: RecordType };

/**
 * Gathered answers. Comparisons read it; a question that nobody asked yet is answered as unknown and noted, so that it can be gathered and the
 * comparison repeated. That keeps verdicts free of the network.
 */
export function createAnswerBook() {
  const answers = new Map<string, DnsAnswer>();
  const noted = new Map<string, Question>();
  const keyOf = (name: string, type: RecordType) => `${type} ${normaliseName(name)}`;
  return {
    ask(name: string, type: RecordType): DnsAnswer {
      const known = answers.get(keyOf(name, type));
      if (known) return known;
      noted.set(keyOf(name, type), { name: normaliseName(name), type });
      return { status: "unknown", reason: "UNASKED" };
    },
    enter({ name, type }: Question, answer: DnsAnswer): void {
      answers.set(keyOf(name, type), answer);
      noted.delete(keyOf(name, type));
    },
    unasked: (): Question[] => [...noted.values()],
    size: () => answers.size,
  };
}
