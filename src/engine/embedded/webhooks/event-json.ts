/** JSON in which a `bigint` is a bare number, however large: queue ids are beyond what `JSON.parse` of JavaScript reads back. */
export function eventJson(value: unknown): string {
  if (typeof value === "bigint") return value.toString();
  if (value instanceof Date) return `"${value.toISOString().slice(0, 19)}Z"`;
  if (Array.isArray(value)) return `[${value.map(eventJson).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
    return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${eventJson(inner)}`).join(",")}}`;
  }
  return JSON.stringify(value) ?? "null";
}
