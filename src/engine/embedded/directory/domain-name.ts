import { domainToASCII } from "node:url";
import { parse } from "tldts";

const privateSuffixes = new Set(["test", "localhost", "local", "internal"]);
const label = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/;

/**
 * A domain name in A-labels, lower case, without a final dot; `null` when the registry would refuse it: the top level must be in
 * the public suffix list or be one of `test localhost local internal` (x:Domain).
 */
export function normaliseDomainName(text: string): string | null {
  const name = domainToASCII(text.trim().replace(/\.$/, "")).toLowerCase();
  const labels = name.split(".");
  if (name.length > 253 || labels.length < 2 || !labels.every((part) => label.test(part))) return null;
  return parse(name).isIcann || privateSuffixes.has(labels.at(-1) as string) ? name : null;
}
