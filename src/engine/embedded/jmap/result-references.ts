import { MethodError, type MethodArguments } from "../seams";

/** One answered call: name, arguments, call id. */
export type Invocation = [name: string, args: Record<string, unknown>, callId: string];

const maxVisited = 50_000;

function evaluate(value: unknown, parts: string[], visited = { count: 0 }): unknown {
  if (++visited.count > maxVisited) throw new MethodError("invalidResultReference", "too large");
  const [part, ...rest] = parts;
  if (part === undefined) return value;
  if (part === "*" && Array.isArray(value)) {
    return value.flatMap((item) => {
      const found = evaluate(item, rest, visited);
      return Array.isArray(found) ? found : [found];
    });
  }
  const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
  if (Array.isArray(value) && /^(0|[1-9]\d*)$/.test(key) && Number(key) < value.length) {
    return evaluate(value[Number(key)], rest, visited);
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value) && Object.hasOwn(value, key)) {
    return evaluate((value as Record<string, unknown>)[key], rest, visited);
  }
  throw new MethodError("invalidResultReference", `nothing at ${part}`);
}

/** Replaces `#name` arguments by parts of earlier answers (RFC 8620 section 3.7). */
export function resolveReferences(args: MethodArguments, answered: readonly Invocation[]): MethodArguments {
  const resolved: MethodArguments = {};
  for (const [name, value] of Object.entries(args)) {
    if (!name.startsWith("#")) {
      resolved[name] = value;
      continue;
    }
    if (Object.hasOwn(args, name.slice(1))) throw new MethodError("invalidArguments", `${name} is given twice`);
    const reference = value as { resultOf?: unknown; name?: unknown; path?: unknown } | null;
    const source = answered.find(([, , callId]) => callId === reference?.resultOf);
    if (!source || source[0] !== reference?.name || typeof reference.path !== "string") {
      throw new MethodError("invalidResultReference", `${name} refers to no answer`);
    }
    if (!reference.path.startsWith("/")) throw new MethodError("invalidResultReference", "bad path");
    resolved[name.slice(1)] = evaluate(source[1], reference.path.slice(1).split("/"));
  }
  return resolved;
}
