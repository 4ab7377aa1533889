import { SetError } from "./set-error";

const unescape = (part: string) => part.replaceAll("~1", "/").replaceAll("~0", "~");
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Applies a PatchObject (RFC 8620 section 5.3) to a copy of `object`. `null` removes a key below the top level; at the top it means the
 * default, which the caller decides. Throws the SetError `invalidPatch`.
 */
export function applyPatch(object: Record<string, unknown>, patch: Record<string, unknown>): Record<string, unknown> {
  const result = structuredClone(object);
  const paths = Object.keys(patch);
  for (const path of paths) {
    if (paths.some((other) => other !== path && other.startsWith(`${path}/`))) {
      throw new SetError("invalidPatch", `${path} is a prefix of another path`);
    }
    const parts = path.split("/").map(unescape);
    const last = parts.pop() ?? "";
    if ([...parts, last].includes("__proto__")) throw new SetError("invalidPatch", path);
    let target = result;
    for (const part of parts) {
      const next = target[part];
      if (!isRecord(next)) throw new SetError("invalidPatch", `${path} leads nowhere`);
      target = next;
    }
    if (patch[path] === null && parts.length > 0) delete target[last];
    else target[last] = patch[path];
  }
  return result;
}
