/** A lexical unit of a Sieve script (RFC 5228 section 8.1); `line` counts from 1. */
export type SieveToken = { kind: "word" | "tag" | "number" | "string" | "mark"; text: string; line: number };

/** A script that is not well formed. The message names the line. */
export class SieveSyntaxError extends Error {
  constructor(line: number, problem: string) {
    super(`line ${line}: ${problem}`);
  }
}

const patterns: [kind: SieveToken["kind"] | "skip", pattern: RegExp][] = [
  ["skip", /\s+|#[^\n]*|\/\*[\s\S]*?\*\//y],
  ["string", /text:[ \t]*(?:#[^\n]*)?\r?\n(?:(?!\.\r?\n)[^\n]*\n)*\.(?=\r?\n|$)/iy],
  ["string", /"(?:[^"\\]|\\[\s\S])*"/y],
  ["tag", /:[A-Za-z_]\w*/y],
  ["number", /\d+[KMG]?/iy],
  ["word", /[A-Za-z_][\w.]*/y],
  ["mark", /[;,(){}[\]]/y],
];

function unwrap(text: string): string {
  return text.startsWith('"') ? text.slice(1, -1).replace(/\\([\s\S])/g, "$1") : text;
}

/** Splits a script into tokens. Throws `SieveSyntaxError`. */
export function tokenizeScript(script: string): SieveToken[] {
  const tokens: SieveToken[] = [];
  let at = 0;
  let line = 1;
  while (at < script.length) {
    const found = patterns.flatMap(([kind, pattern]) => {
      pattern.lastIndex = at;
      const text = pattern.exec(script)?.[0];
      return text ? [{ kind, text }] : [];
    })[0];
    if (!found)
      throw new SieveSyntaxError(line, script[at] === '"' ? "a string does not end" : `unexpected ${script[at]}`);
    const { kind, text } = found;
    if (kind !== "skip") tokens.push({ kind, text: kind === "string" ? unwrap(text) : text, line });
    line += text.split("\n").length - 1;
    at += text.length;
  }
  return tokens;
}
