/** One verdict of an Authentication-Results field (RFC 8601 section 2.2), such as `dkim=pass header.d=example.org`. */
export type Verdict = { method: string; result: string; properties: Record<string, string> };

/** Comments may nest and hold anything; quoted text keeps what stands in it. */
function withoutComments(value: string): string {
  let [depth, isQuoted, text] = [0, false, ""];
  for (let at = 0; at < value.length; at++) {
    const letter = value[at]!;
    if (letter === "\\") at += 1;
    else if (letter === '"' && depth === 0) isQuoted = !isQuoted;
    else if (letter === "(" && !isQuoted) depth += 1;
    else if (letter === ")" && !isQuoted) depth = Math.max(0, depth - 1);
    // A quoted separator separates nothing.
    else if (depth === 0) text += isQuoted && /[;=\s]/.test(letter) ? "_" : letter;
  }
  return text;
}

/** Who wrote the field, lower case, and what it says; nothing of a verdict that cannot be read. */
export function readAuthenticationResults(value: string): { by: string; verdicts: Verdict[] } {
  const [head = "", ...parts] = withoutComments(value).split(";");
  const by = head.trim().split(/\s+/)[0] ?? "";
  const verdicts = parts.flatMap((part): Verdict[] => {
    const [, method, result] = /^\s*([a-z0-9-]+)(?:\s*\/\s*\d+)?\s*=\s*([a-z]+)/i.exec(part) ?? [];
    if (!method || !result) return [];
    const pairs = [...part.matchAll(/\b([a-z]+\.[a-z0-9-]+)\s*=\s*(\S+)/gi)];
    const properties = Object.fromEntries(pairs.map(([, name, text]) => [name!.toLowerCase(), text!.toLowerCase()]));
    return [{ method: method.toLowerCase(), result: result.toLowerCase(), properties }];
  });
  return { by: by.toLowerCase().replace(/\.$/, ""), verdicts };
}

const domainOf = (address = "") => address.slice(address.lastIndexOf("@") + 1);

/**
 * Whether the verdicts prove that mail in the name of `domain` came from it: DMARC passed for it, or a signature or the envelope sender is
 * of that very domain (RFC 7489 section 3.1, strict: which names belong together cannot be told here).
 */
export function provesDomain(verdicts: Verdict[], domain: string): boolean {
  return verdicts.some(({ method, result, properties }) => {
    if (result !== "pass") return false;
    if (method === "dmarc") return properties["header.from"] === domain;
    if (method === "dkim") return [properties["header.d"], domainOf(properties["header.i"])].includes(domain);
    return method === "spf" && domainOf(properties["smtp.mailfrom"]) === domain;
  });
}
