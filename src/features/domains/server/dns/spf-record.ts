import { isIPv4, isIPv6 } from "node:net";
import { isValidMacroString, isValidTarget } from "./spf-macro";

export type SpfTerm = {
  text: string;
  /** `+` where none is written; empty for modifiers. */
  qualifier: string;
  /** Mechanisms in lower case; modifiers end in `=`. */
  name: string;
  /** The name or network after `:` or `=`, without prefix lengths; empty when none. */
  value: string;
  /** Bits of a network that count, for IPv4 and IPv6 clients. */
  prefix4: number;
  prefix6: number;
};

/** A record that announces itself as SPF (RFC 7208 section 4.5); `v=spf10` does not. */
export const isSpf = (text: string): boolean => /^v=spf1(?: |$)/i.test(text);

type Values = Pick<SpfTerm, "value" | "prefix4" | "prefix6">;
const whole = { prefix4: 32, prefix6: 128 };
/** No name is longer than 253; whoever writes more wants to keep us busy. */
const maxTermLength = 1000;

function prefixOf(text: string | undefined, max: number): number {
  if (text === undefined) return max;
  return /^(?:0|[1-9]\d{0,2})$/.test(text) && Number(text) <= max ? Number(text) : Number.NaN;
}

const readers: Record<string, (rest: string) => Values | undefined> = {
  all: (rest) => (rest === "" ? { value: "", ...whole } : undefined),
  include: readTarget,
  exists: readTarget,
  ptr: (rest) => (rest === "" ? { value: "", ...whole } : readTarget(rest)),
  a: readHosts,
  mx: readHosts,
  ip4: (rest) => readNetwork(rest, isIPv4, 32),
  ip6: (rest) => readNetwork(rest, isIPv6, 128),
};

function readTarget(rest: string): Values | undefined {
  return rest.startsWith(":") && isValidTarget(rest.slice(1)) ? { value: rest.slice(1), ...whole } : undefined;
}

function readHosts(rest: string): Values | undefined {
  const [, target, bits4, bits6] = /^(:.+?)?(?:\/(\d+))?(?:\/\/(\d+))?$/.exec(rest) ?? [];
  const prefixes = { prefix4: prefixOf(bits4, 32), prefix6: prefixOf(bits6, 128) };
  if (Number.isNaN(prefixes.prefix4 + prefixes.prefix6) || (rest !== "" && !target && !bits4 && !bits6))
    return undefined;
  const value = target?.slice(1) ?? "";
  return target && !isValidTarget(value) ? undefined : { value, ...prefixes };
}

function readNetwork(rest: string, isAddress: (text: string) => boolean, max: number): Values | undefined {
  const [, address, bits] = /^:([\da-f:.]+)(?:\/(\d+))?$/i.exec(rest) ?? [];
  const prefix = prefixOf(bits, max);
  if (!address || !isAddress(address) || Number.isNaN(prefix)) return undefined;
  return { value: address, ...whole, [max === 32 ? "prefix4" : "prefix6"]: prefix };
}

function readModifier(text: string): SpfTerm | undefined {
  const [, name = "", value = ""] = /^([a-z][a-z0-9_.-]*)=(.*)$/i.exec(text) ?? [];
  const known = /^(?:redirect|exp)$/i.test(name);
  if (!name || !(known ? isValidTarget(value) : isValidMacroString(value))) return undefined;
  return { text, qualifier: "", name: `${name.toLowerCase()}=`, value, ...whole };
}

function readMechanism(text: string): SpfTerm | undefined {
  const [, qualifier, name = "", rest = ""] = /^([-+?~]?)([a-z][a-z0-9_.-]*)(.*)$/i.exec(text) ?? [];
  const values = readers[name.toLowerCase()]?.(rest);
  return values && { text, qualifier: qualifier || "+", name: name.toLowerCase(), ...values };
}

const readTerm = (text: string) => (/^[a-z][a-z0-9_.-]*=/i.test(text) ? readModifier(text) : readMechanism(text));

/** The terms of a record that `isSpf`, in order, and those that RFC 7208 section 12 does not know: one of these voids the whole record. */
export function parseSpf(text: string): { terms: SpfTerm[]; faults: string[] } {
  const terms: SpfTerm[] = [];
  const faults: string[] = [];
  for (const word of text.split(" ").slice(1).filter(Boolean)) {
    const term = word.length > maxTermLength ? undefined : readTerm(word);
    const again = /^(?:redirect|exp)=$/.test(term?.name ?? "") && terms.some(({ name }) => name === term?.name);
    if (term && !again) terms.push(term);
    else faults.push(word);
  }
  return { terms, faults };
}

/** The terms that are ever looked at: nothing behind `all` is, and `redirect` only without it (RFC 7208 sections 5.1 and 6.1). */
export function effectiveTerms(terms: SpfTerm[]): SpfTerm[] {
  const end = terms.findIndex(({ name }) => name === "all");
  return end < 0 ? terms : terms.slice(0, end + 1);
}
