import { invalidPatch } from "./set-failure";

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const forbiddenNames = new Set(["__proto__", "constructor", "prototype"]);

/** The properties of a pointer (RFC 6901 without the leading slash). Throws `invalidPatch`. */
export function pointerPath(pointer: string): string[] {
  const path = pointer.split("/").map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
  if (path.some((part) => part === "" || forbiddenNames.has(part)))
    throw invalidPatch([pointer], "Not a valid pointer.");
  return path;
}

/**
 * Applies an update (RFC 8620 section 5.3): plain names replace a property, pointers reach inside. `null`, and `false` for a
 * member of a set, take an entry away; the schema drops what is left as `false`. Throws `invalidPatch`.
 */
export function patchObject(before: Json, patch: Json): Json {
  const after = structuredClone(before);
  for (const [pointer, value] of Object.entries(patch)) {
    const path = pointerPath(pointer);
    const last = path.pop() as string;
    let target = after;
    for (const part of path) {
      const inner: unknown = Object.hasOwn(target, part) ? target[part] : undefined;
      if (!isObject(inner)) throw invalidPatch([pointer], "The pointer leads nowhere.");
      target = inner;
    }
    if (value === null && path.length > 0) delete target[last];
    else target[last] = value;
  }
  return after;
}
