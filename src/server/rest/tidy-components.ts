import type { OpenApiDocument } from "./openapi-types";

const prefix = "#/components/schemas/";
/** How the generator calls a schema that contains itself: of ours, only a value of JSON does. */
const isAnyJson = (name: string) => name.startsWith("__schema");

/** `work` sees every object in `value` and may put another in its place. */
function replaced(value: unknown, work: (part: { $ref?: unknown }) => object): unknown {
  if (Array.isArray(value)) return value.map((part) => replaced(part, work));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(work(value)).map(([name, part]) => [name, replaced(part, work)]));
}

/**
 * One name for each schema: the generator keeps one for what goes in and one for what comes out, of which we use the latter. What nothing
 * refers to is left out.
 */
export function tidyComponents(document: OpenApiDocument): OpenApiDocument {
  const short = (name: string) => name.replace(/Output$/, "");
  const schemas = Object.entries(document.components.schemas).filter(([name]) => {
    const isOther = `${name}Output` in document.components.schemas;
    return !isOther && !isAnyJson(name) && !name.startsWith("error.");
  });
  const tidy = {
    ...document,
    components: {
      ...document.components,
      schemas: Object.fromEntries(schemas.map(([name, schema]) => [short(name), schema])),
    },
  };
  return replaced(tidy, (part) => {
    if (typeof part.$ref !== "string" || !part.$ref.startsWith(prefix)) return part;
    const name = part.$ref.slice(prefix.length);
    return isAnyJson(name) ? { description: "Any value of JSON." } : { ...part, $ref: prefix + short(name) };
  }) as OpenApiDocument;
}
