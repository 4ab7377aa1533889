import { segmentText } from "../../mail/segment-text";

const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** The words and quoted phrases of a search text; both quote marks of RFC 8621 section 4.4.1 count. */
export function splitSearchText(text: string): string[] {
  const terms: string[] = [];
  for (const match of text.matchAll(/"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'(?=\s|$)|(\S+)/g)) {
    const term = (match[1] ?? match[2] ?? match[3] ?? "").replace(/\\(.)/g, "$1");
    if (/[\p{L}\p{N}\p{S}]/u.test(term)) terms.push(term.replaceAll("\0", ""));
  }
  return terms.slice(0, 30);
}

/** An FTS5 expression: every term must occur in one of the columns, each as the beginning of a word. `null` when there is no term. */
export function toMatchExpression(columns: string, text: string): string | null {
  const terms = splitSearchText(text);
  if (terms.length === 0) return null;
  return terms.map((term) => `{${columns}} : ${quote(segmentText(term).trim())}*`).join(" AND ");
}

/** The columns in which each text of a filter condition is looked for. */
export const columnsOf = {
  text: "sender recipient cc bcc subject body attachment",
  ...{ from: "sender", to: "recipient", cc: "cc", bcc: "bcc", subject: "subject", body: "body attachment" },
} as const;

/** The FTS5 expression of a condition with one property; `null` when it has no term, `undefined` when it is about no text. */
export function matchExpressionOf(condition: Readonly<Record<string, unknown>>): string | null | undefined {
  const [[name, value] = ["", undefined], ...more] = Object.entries(condition);
  if (more.length > 0 || typeof value !== "string" || !Object.hasOwn(columnsOf, name)) return undefined;
  return toMatchExpression(columnsOf[name as keyof typeof columnsOf], value);
}
