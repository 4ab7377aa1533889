import { domainToASCII, domainToUnicode } from "node:url";
import { parse } from "tldts";
import { mailProviders } from "./mail-providers";
import { hasMixedScript } from "./mixed-script";

export type DomainNameFault =
  | "empty"
  | "malformed"
  | "too_long"
  | "single_label"
  | "ip_address"
  | "reserved"
  | "public_suffix"
  | "mixed_script"
  | "platform_host"
  | "mail_provider";

export type DomainNameRules = {
  /** `.test` (RFC 6761) resolves nowhere but in the trial's own zone server. */
  allowTest: boolean;
  /** Names of the platform itself; they and what is below them are refused. A-labels. */
  platformNames?: string[];
  /** Whoever claims it was told that it mixes alphabets, and means it. */
  allowsMixedScript?: boolean;
};

export type ParsedDomainName = { name: string } | { fault: DomainNameFault };

/** RFC 6761, RFC 6762, RFC 7686, RFC 8375, RFC 9476 and ICANN's `.internal`. `.test` has a rule of its own. */
const reservedTlds = new Set([
  "localhost",
  "local",
  "invalid",
  "arpa",
  "onion",
  "internal",
  "alt",
  "lan",
  "home",
  "corp",
]);

const labelPattern = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const ipPattern = /^(?:\[.*\]|\d+(?:\.\d+)*|[0-9a-f]*:[0-9a-f:.]*)$/i;

/** The name as people read it: U-labels where that is unambiguous, else the A-label as it stands. */
export function toDisplayName(name: string): string {
  return domainToUnicode(name) || name;
}

/**
 * Parses a mail domain as a person types it into its A-label form: lower case, no trailing dot (UTS 46, non-transitional). What UTS 46
 * would silently turn into another name (compatibility characters, escapes, a path) is refused, so that nobody claims a name other than the one they see.
 */
export function parseDomainName(typed: string, rules: DomainNameRules): ParsedDomainName {
  const shown = typed.trim().normalize("NFC").toLowerCase().replace(/\.$/, "");
  if (!shown) return { fault: "empty" };
  if (ipPattern.test(shown)) return { fault: "ip_address" };
  const name = domainToASCII(shown);
  if (!name || (name !== shown && domainToUnicode(name) !== shown)) return { fault: "malformed" };
  if (name.length > 253) return { fault: "too_long" };
  const labels = name.split(".");
  if (labels.some((label) => label.length > 63)) return { fault: "too_long" };
  if (!labels.every((label) => labelPattern.test(label))) return { fault: "malformed" };
  const isMixed = domainToUnicode(name).split(".").some(hasMixedScript);
  if (isMixed && !rules.allowsMixedScript) return { fault: "mixed_script" };
  const fault = findNameFault(name, labels, rules);
  return fault ? { fault } : { name };
}

function findNameFault(name: string, labels: string[], rules: DomainNameRules): DomainNameFault | undefined {
  const tld = labels.at(-1) ?? "";
  if (reservedTlds.has(tld)) return "reserved";
  if (labels.length === 1) return "single_label";
  if (/^\d+$/.test(tld)) return "ip_address";
  if (rules.platformNames?.some((own) => name === own || name.endsWith(`.${own}`))) return "platform_host";
  if (tld === "test" && !rules.allowTest) return "reserved";
  if (mailProviders.has(name)) return "mail_provider";
  const { publicSuffix, isIcann, isPrivate } = parse(name, { allowPrivateDomains: true });
  return publicSuffix === name && (isIcann || isPrivate) ? "public_suffix" : undefined;
}
