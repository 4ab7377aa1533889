/**
 * Where in a value from outside there is text that cannot be kept: NUL, which PostgreSQL refuses, or half of a surrogate pair, for which
 * UTF-8 has no form. The dotted path of the first such text, `null` when all is well. Takes values of any depth.
 */
export function findUnstorableText(value: unknown): string | null {
  const open: [path: string, value: unknown][] = [["", value]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [path, part] = next;
    if (typeof part === "string") {
      if (part.includes("\0") || !part.isWellFormed()) return path;
    } else if (typeof part === "object" && part !== null) {
      for (const [name, inner] of Object.entries(part)) open.push([path ? `${path}.${name}` : name, inner]);
    }
  }
  return null;
}
