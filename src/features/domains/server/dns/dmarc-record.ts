export type DmarcAction = "none" | "quarantine" | "reject";

/** A policy record as receivers apply it (RFC 9989 sections 4.7 and 4.10.1). */
export type DmarcRecord = {
  text: string;
  /** For the domain itself, for names below it that exist, and for those that do not. */
  action: DmarcAction;
  subdomainAction: DmarcAction;
  missingNameAction: DmarcAction;
  /** Receivers are asked to act one step softer. */
  isTest: boolean;
  /** Says of the name that it is a public suffix, or that it is not. */
  publicSuffix?: "y" | "n";
  /** Addresses of aggregate reports, as written. */
  reports: string[];
};

const actions = ["none", "quarantine", "reject"];
const isAction = (value: string | undefined): value is DmarcAction => value !== undefined && actions.includes(value);
const isAbsentOrAction = (value: string | undefined) => value === undefined || isAction(value);
const reportUri = /^[a-z][a-z0-9+.-]*:(?:[a-z0-9\-._~:/?#[\]@$&'()*+;=]|%[0-9a-f]{2})*$/i;

/** A record that announces itself as DMARC; the version is the first tag and written exactly so. */
export const isDmarc = (text: string): boolean => /^[ \t]*[vV][ \t]*=[ \t]*DMARC1[ \t]*(?:;|$)/.test(text);

/** Tags by name, in order; what is no tag is skipped. `undefined` when one is there twice, which voids the list (RFC 6376 section 3.2). */
export function readDmarcTags(text: string): Map<string, string> | undefined {
  const tags = new Map<string, string>();
  for (const spec of text.split(";")) {
    const at = spec.indexOf("=");
    const name = spec.slice(0, Math.max(at, 0)).trim().toLowerCase();
    if (!/^[a-z][a-z0-9_]*$/.test(name)) continue;
    if (tags.has(name)) return undefined;
    tags.set(name, spec.slice(at + 1).trim());
  }
  return tags;
}

/** The record that `text`, which `isDmarc`, stands for; `undefined` when receivers do nothing with it: no valid policy and nowhere to report to. */
export function parseDmarc(text: string): DmarcRecord | undefined {
  const tags = readDmarcTags(text);
  if (!tags) return undefined;
  const word = (name: string) => tags.get(name)?.toLowerCase();
  const [policy, sub, missing] = [word("p"), word("sp"), word("np")];
  const reports = splitReports(tags.get("rua"));
  const isValid = isAction(policy) && isAbsentOrAction(sub) && isAbsentOrAction(missing);
  if (!isValid && !reports.some((uri) => reportUri.test(uri.replace(/!\d+[kmgt]?$/i, "")))) return undefined;
  const action = isValid ? policy : "none";
  const subdomainAction = isValid && isAction(sub) ? sub : action;
  const suffix = word("psd");
  return {
    text,
    action,
    subdomainAction,
    missingNameAction: isValid && isAction(missing) ? missing : subdomainAction,
    isTest: word("t") === "y",
    ...(suffix === "y" || suffix === "n" ? { publicSuffix: suffix } : {}),
    reports,
  };
}

export const splitReports = (rua: string | undefined): string[] =>
  (rua ?? "").split(",").flatMap((uri) => (uri.trim() ? [uri.trim()] : []));
