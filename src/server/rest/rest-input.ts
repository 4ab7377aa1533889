import { z } from "zod";
import { AppError } from "../../lib/errors";
import type { RestMatch, RestRoute } from "./rest-routes";

const invalid = (path: string, message: string, cause?: unknown) =>
  new AppError("request.invalid", { issues: [{ path, message }] }, { cause });

/**
 * What a procedure is given for a REST call: the parameters of the path with either the query or the body. The schema of the procedure
 * judges it afterwards, as it does for every other caller. Throws `request.invalid`, `request.media_type`.
 */
export async function readInput({ route, params }: RestMatch, request: Request, url: URL): Promise<unknown> {
  const hasBody = route.method !== "GET" && route.method !== "DELETE";
  const given = hasBody ? await readBody(request) : readQuery(route, url.searchParams);
  const input = new Map(Object.entries(given));
  for (const [name, text] of Object.entries(params)) {
    if (input.has(name)) throw invalid(name, "stands in the path");
    input.set(name, decoded(name, text));
  }
  if (route.input) return Object.fromEntries(input);
  const [surplus] = input.keys();
  if (surplus !== undefined) throw invalid(surplus, "is not known here");
  return undefined;
}

function decoded(name: string, text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    throw invalid(name, "is not encoded as RFC 3986 asks", error);
  }
}

async function readBody(request: Request): Promise<Record<string, unknown>> {
  const text = await request.text();
  if (text === "") return {};
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") throw new AppError("request.media_type");
  const body = parseJson(text);
  if (typeof body !== "object" || body === null || Array.isArray(body)) throw invalid("", "must be a JSON object");
  return body as Record<string, unknown>;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw invalid("", "is not JSON", error);
  }
}

/** Text of a query as what the schema asks for; what does not look like it stays text, for the schema to refuse. */
function readQuery({ input }: RestRoute, query: URLSearchParams): Record<string, unknown> {
  const shape = input instanceof z.ZodObject ? input.shape : {};
  const entries = [...new Set(query.keys())].map((name): [string, unknown] => {
    const type = Object.hasOwn(shape, name) ? innermost(shape[name] as z.ZodType) : null;
    const texts = query.getAll(name);
    if (type instanceof z.ZodArray)
      return [name, texts.map((text) => typed(innermost(type.element as z.ZodType), text))];
    if (texts.length > 1) throw invalid(name, "is given more than once");
    return [name, typed(type, texts[0]!)];
  });
  return Object.fromEntries(entries);
}

function innermost(type: z.ZodType): z.ZodType {
  if (type instanceof z.ZodOptional || type instanceof z.ZodDefault || type instanceof z.ZodNullable)
    return innermost(type.unwrap() as z.ZodType);
  return type;
}

function typed(type: z.ZodType | null, text: string): unknown {
  if (type instanceof z.ZodNumber && /^-?\d{1,15}$/.test(text)) return Number(text);
  if (type instanceof z.ZodBoolean && (text === "true" || text === "false")) return text === "true";
  return text;
}
