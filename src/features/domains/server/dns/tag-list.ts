/** Reads `name=value` pairs parted by semicolons (RFC 6376 section 3.2, RFC 9989 section 4.7); `undefined` when it is no such list or names a tag twice. */
export function parseTagList(text: string): Map<string, string> | undefined {
  const tags = new Map<string, string>();
  const specs = text.split(";");
  if (specs.at(-1)?.trim() === "") specs.pop();
  for (const spec of specs) {
    const [, name, value] = /^\s*([A-Za-z][A-Za-z0-9_]*)\s*=\s*([\x20-\x7e\t\r\n]*?)\s*$/.exec(spec) ?? [];
    if (!name || value === undefined || tags.has(name)) return undefined;
    tags.set(name, value);
  }
  return tags;
}
