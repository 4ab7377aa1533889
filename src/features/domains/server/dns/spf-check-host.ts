import { isIP } from "node:net";
import ipaddr from "ipaddr.js";
import { type DnsAnswer, normaliseName, type RecordType } from "./dns-answer";
import { expandMacros, fitName, isValidExplanation, type MacroValues } from "./spf-macro";
import { effectiveTerms, isSpf, parseSpf, type SpfTerm } from "./spf-record";
import { dottedForm, findValidatedNames, reverseName } from "./spf-validated-names";

export type SpfResult = "none" | "neutral" | "pass" | "fail" | "softfail" | "temperror" | "permerror";

/** Receivers differ; what is not said here is as in RFC 7208. */
export type SpfHabits = {
  /** Terms whose look-up may come back empty; two in RFC 7208 section 4.6.4, which lets receivers choose. */
  maxVoids?: number;
  /** Some take an IPv6 address for an answer to `exists`. */
  existsByEitherAddress?: boolean;
  /** Some read no further than `all`, so that they never see a mistake behind it. */
  readsToAllOnly?: boolean;
};

export type SpfQuestion = {
  ip: string;
  /** Envelope sender; empty for a bounce, which is judged by `helo`. */
  sender: string;
  helo: string;
  ask(name: string, type: RecordType): DnsAnswer;
  habits?: SpfHabits;
};

export type SpfJudgement = {
  result: SpfResult;
  /** The term that decided, or that nobody could evaluate. */
  term?: string;
  lookups: number;
  /** What the owner says about a failure: strangers' text. */
  explanation?: string;
};

const maxLookups = 10;
const maxHosts = 10;
const results: Record<string, SpfResult> = { "+": "pass", "-": "fail", "~": "softfail", "?": "neutral" };

class SpfError extends Error {
  constructor(
    readonly result: SpfResult,
    readonly term?: string,
  ) {
    super(result);
  }
}

/** Whether DNS can hold it and it has more than one label; macros may bring in any sign. */
const isDomain = (name: string) => name.length <= 253 && /^(?:[ -\-/-~]{1,63}\.)+[ -\-/-~]{1,63}$/.test(name);

/** Evaluates `check_host()` of RFC 7208 for one sender, looking only at what `ask` says; answers that nobody could get make it a temporary error. */
export function checkHost({ ip, sender, helo, ask, habits = {} }: SpfQuestion): SpfJudgement {
  const { maxVoids = 2, existsByEitherAddress = false, readsToAllOnly = false } = habits;
  const client = isIP(ip) ? ipaddr.process(ip) : undefined;
  const isV6 = client?.kind() === "ipv6";
  const at = sender.lastIndexOf("@");
  const from = { local: sender.slice(0, Math.max(at, 0)) || "postmaster", domain: sender.slice(at + 1) || helo };
  let lookups = 0;
  let voids = 0;
  let deciding: string | undefined;
  let explanation: string | undefined;

  const valuesAt = (domain: string): MacroValues => ({
    domain,
    sender: from,
    helo,
    dottedIp: client ? dottedForm(client) : "",
    readableIp: client?.toString() ?? "",
    isV6,
    validatedName: () => pickName(findNames(), domain) ?? "unknown",
  });

  function evaluate(domain: string, isOuter: boolean): SpfResult {
    if (!isDomain(domain)) return "none";
    const answer = ask(domain, "TXT");
    if (answer.status === "unknown") throw new SpfError("temperror");
    const records = answer.status === "found" ? answer.records.filter(isSpf) : [];
    if (records.length !== 1) return records.length === 0 ? "none" : "permerror";
    const { terms, faults } = parseSpf(records[0] ?? "");
    const known = effectiveTerms(terms);
    const isUnread = readsToAllOnly && known.at(-1)?.name === "all";
    if (faults[0] !== undefined && !isUnread) throw new SpfError("permerror", faults[0]);
    const match = known.find((term) => !term.name.endsWith("=") && isMatch(term, domain, isOuter));
    const exp = terms.find(({ name }) => name === "exp=");
    if (match) {
      if (isOuter) deciding = match.text;
      if (isOuter && match.qualifier === "-" && exp) explanation = explain(exp.value, domain);
      return results[match.qualifier] ?? "neutral";
    }
    const redirect = known.find(({ name }) => name === "redirect=");
    if (!redirect) return "neutral";
    count();
    if (isOuter) deciding = redirect.text;
    const result = evaluate(targetOf(redirect, domain), isOuter);
    return result === "none" ? "permerror" : result;
  }

  const matchers: Record<string, (term: SpfTerm, target: string) => boolean> = {
    all: () => true,
    ip4: (term) => !isV6 && isWithin(term.value, term),
    ip6: (term) => isV6 && isWithin(term.value, term),
    a: (term, target) => find(target, isV6 ? "AAAA" : "A").some((address) => isWithin(address, term)),
    mx: (term, target) => {
      const hosts = find(target, "MX").map((record) => record.split(" ")[1] ?? ".");
      if (hosts.length > maxHosts) throw new SpfError("permerror", term.text);
      return hosts.some(
        (host) => isDomain(host) && read(host, isV6 ? "AAAA" : "A").some((address) => isWithin(address, term)),
      );
    },
    exists: (_term, target) =>
      existsByEitherAddress ? [...read(target, "A"), ...read(target, "AAAA")].length > 0 : find(target, "A").length > 0,
    ptr: (_term, target) => findNames().some((name) => name === target || name.endsWith(`.${target}`)),
  };

  function isMatch(term: SpfTerm, domain: string, isOuter: boolean): boolean {
    if (isOuter) deciding = term.text;
    if (!["all", "ip4", "ip6"].includes(term.name)) count();
    if (term.name !== "include") return matchers[term.name]?.(term, normaliseName(targetOf(term, domain))) ?? false;
    const result = evaluate(targetOf(term, domain), false);
    if (result === "temperror" || result === "permerror") throw new SpfError(result, term.text);
    if (result === "none") throw new SpfError("permerror", term.text);
    return result === "pass";
  }

  function count(): void {
    lookups += 1;
    if (lookups > maxLookups) throw new SpfError("permerror");
  }

  const targetOf = (term: SpfTerm, domain: string) =>
    term.value ? fitName(expandMacros(term.value, valuesAt(domain))) : domain;

  function isWithin(network: string, { prefix4, prefix6 }: SpfTerm): boolean {
    if (!client || !isIP(network)) return false;
    const range = ipaddr.parse(network);
    return range.kind() === client.kind() && client.match(range, isV6 ? prefix6 : prefix4);
  }

  /** A name that DNS cannot hold is as good as one that is not there (RFC 7208 section 4.8). */
  function read(name: string, type: RecordType): string[] {
    if (!isDomain(name)) return [];
    const answer = ask(name, type);
    if (answer.status === "unknown") throw new SpfError("temperror");
    return answer.status === "found" ? answer.records : [];
  }

  function find(name: string, type: RecordType): string[] {
    const records = read(name, type);
    if (records.length === 0 && isDomain(name)) countVoid();
    return records;
  }

  function findNames(): string[] {
    if (!client) return [];
    if (ask(reverseName(client), "PTR").status === "absent") countVoid();
    return findValidatedNames(client, ask);
  }

  function countVoid(): void {
    voids += 1;
    if (voids > maxVoids) throw new SpfError("permerror");
  }

  /** Whatever is wrong with it means that there is none (RFC 7208 section 6.2). */
  function explain(spec: string, domain: string): string | undefined {
    // The verdict is known: nothing counts any more.
    voids = Number.NEGATIVE_INFINITY;
    const answer = ask(normaliseName(fitName(expandMacros(spec, valuesAt(domain)))), "TXT");
    const [text = "", ...more] = answer.status === "found" ? answer.records : [];
    return text && more.length === 0 && isValidExplanation(text) ? expandMacros(text, valuesAt(domain)) : undefined;
  }

  try {
    const result = client ? evaluate(normaliseName(from.domain), true) : "temperror";
    return { result, lookups, ...(deciding ? { term: deciding } : {}), ...(explanation ? { explanation } : {}) };
  } catch (error) {
    if (!(error instanceof SpfError)) throw error;
    return { result: error.result, lookups, term: error.term ?? deciding };
  }
}

/** The domain itself is preferred, then a name below it (RFC 7208 section 7.3). */
const pickName = (names: string[], domain: string): string | undefined =>
  names.find((name) => name === domain) ?? names.find((name) => name.endsWith(`.${domain}`)) ?? names[0];
