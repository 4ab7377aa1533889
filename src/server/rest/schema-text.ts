import type { JsonSchema, OpenApiDocument } from "./openapi-types";

/** What a reference in the document leads to. */
export function resolved(schema: JsonSchema, { components }: OpenApiDocument): JsonSchema {
  const name = schema.$ref?.split("/").at(-1);
  return name ? (components.schemas[name] ?? {}) : schema;
}

const bounds = ({ minLength, maxLength, minimum, maximum, maxItems }: JsonSchema) => {
  const [low, high] = [minLength ?? minimum, maxLength ?? maximum ?? maxItems];
  if (low === undefined && high === undefined) return "";
  if (low === undefined) return `, at most ${high}`;
  return high === undefined ? `, at least ${low}` : `, ${low} to ${high}`;
};

/** A schema in a few words: `string (uuid)`, `"owner" or "admin"`, `list of strings, at most 100`. */
export function typeText(schema: JsonSchema): string {
  const { type, format, enum: choices, items, anyOf, oneOf, $ref, properties } = schema;
  if ($ref) return $ref.split("/").at(-1)!;
  if (choices) return choices.map((choice) => JSON.stringify(choice)).join(" or ");
  const options = anyOf ?? oneOf;
  if (options) return [...new Set(options.map((option) => typeText(option)))].join(" or ");
  if (type === "array") return `list of ${items ? typeText(items) : "values"}${bounds(schema)}`;
  if (properties) return `object (${Object.keys(properties).join(", ")})`;
  const name = Array.isArray(type) ? type.join(" or ") : (type ?? "any value");
  return `${name}${format ? ` (${format})` : ""}${bounds(schema)}`;
}
