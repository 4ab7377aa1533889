import type { JsonSchema } from "./openapi-types";

/** Formats say it already, and better; ours are long, and not in everybody's dialect. */
const told = new Set(["uuid", "date-time", "email", "uri"]);

/**
 * Leaves out of schemas, wherever they stand in `value`, what only we need: patterns behind formats, the bounds of JavaScript's numbers,
 * and the text that is taken beside an instant.
 */
export function plainSchema<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(plainSchema) as Value;
  if (typeof value !== "object" || value === null) return value;
  const schema = { ...value } as JsonSchema & Record<string, unknown>;
  const instant = schema.anyOf?.find(({ format }) => format === "date-time");
  if (instant && schema.anyOf?.every(({ type }) => type === "string"))
    return { type: "string", format: "date-time" } as Value;
  if (schema.format !== undefined && told.has(schema.format)) delete schema.pattern;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  return Object.fromEntries(Object.entries(schema).map(([name, part]) => [name, plainSchema(part)])) as Value;
}
