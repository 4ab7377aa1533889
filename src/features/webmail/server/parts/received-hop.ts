import type { MessageHeaders } from "../../schema/parts";

type Hop = MessageHeaders["route"][number];

/** The word behind `from` or `by`, which stands before the date. */
const wordAfter = (name: "from" | "by", words: readonly string[]): string => {
  const at = words.findIndex((word) => word.toLowerCase() === name);
  return at < 0 ? "" : (words[at + 1] ?? "");
};

/** Who handed a message to whom, and when (RFC 5321 section 4.4); `value` is unfolded. What does not say so is left empty. */
export function receivedHop(value: string): Hop {
  const semicolon = value.lastIndexOf(";");
  const trace = semicolon < 0 ? value : value.slice(0, semicolon);
  const words = trace.split(/\s+/).slice(0, 200);
  const at =
    semicolon < 0
      ? Number.NaN
      : Date.parse(
          value
            .slice(semicolon + 1)
            .replace(/\([^()]*\)/g, " ")
            .trim(),
        );
  return {
    from: wordAfter("from", words),
    by: wordAfter("by", words),
    at: Number.isNaN(at) ? null : new Date(at).toISOString(),
  };
}
