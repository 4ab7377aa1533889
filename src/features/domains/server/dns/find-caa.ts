import type { Finding } from "../../schema/findings";
import type { Comparison } from "./verdict";

/** Who issues certificates for the names that we serve for customers. */
const ourAuthority = "letsencrypt.org";
/** How we prove to it that a name leads here (RFC 8657 section 4). */
const ourMethods = ["http-01", "tls-alpn-01"];
const known = new Set(["issue", "issuewild", "iodef", "contactemail", "contactphone", "issuemail", "issuevmc"]);

type Rule = { text: string; isCritical: boolean; tag: string; authority: string; params: Map<string, string> };

function parseRule(text: string): Rule {
  const [, flags, tag = "", value = ""] = /^(\d+) (\S+) "(.*)"$/.exec(text) ?? [];
  const [authority = "", ...rest] = value.split(";").map((part) => part.trim());
  const params = rest.flatMap((part) => {
    const [name = "", ...words] = part.split("=");
    return name ? [[name.trim().toLowerCase(), words.join("=").trim()] as const] : [];
  });
  return {
    ...{ text, isCritical: Number(flags) >= 128, tag: tag.toLowerCase(), authority: authority.toLowerCase() },
    params: new Map(params),
  };
}

/** The records that bind an authority: those of the nearest name that has any (RFC 8659 section 3). */
function relevantRules({ domain, wanted, ask }: Comparison): { name: string; rules: Rule[] } | undefined {
  const hosts = wanted.filter(({ type }) => type === "CNAME").map(({ name }) => name);
  const first = hosts.find((name) => !name.includes("_"));
  const labels = domain.split(".");
  const names = [...(first ? [first] : []), ...labels.slice(0, -1).map((_, at) => labels.slice(at).join("."))];
  for (const name of names) {
    const answer = ask(name, "CAA");
    if (answer.status === "unknown") return undefined;
    if (answer.status === "found") return { name, rules: answer.records.map(parseRule) };
  }
  return undefined;
}

function isForUs({ params }: Rule): boolean {
  const methods = params
    .get("validationmethods")
    ?.split(",")
    .map((method) => method.trim());
  return !params.has("accounturi") && (!methods || methods.some((method) => ourMethods.includes(method)));
}

/** CAA records (RFC 8659) that keep us from getting certificates for the names below the domain that lead to us. */
export function findCaa(comparison: Comparison): Finding[] {
  const relevant = relevantRules(comparison);
  if (!relevant) return [];
  const { name, rules } = relevant;
  const add = `0 issue "${ourAuthority}"`;
  const foreign = rules.find(({ isCritical, tag }) => isCritical && !known.has(tag));
  const issuers = rules.filter(({ tag }) => tag === "issue");
  const ours = issuers.filter(({ authority }) => authority === ourAuthority);
  if (!foreign && (issuers.length === 0 || ours.some(isForUs))) return [];
  const [restricted] = ours;
  if (restricted && !foreign) {
    const vars = { name, found: restricted.text, ca: ourAuthority, add };
    return [{ code: "caa_restricts", kind: "warning", vars, record: null }];
  }
  const allowed = issuers.map(({ authority }) => authority || "–");
  const found = foreign ? foreign.text : allowed.join(", ");
  return [{ code: "caa_blocks", kind: "warning", vars: { name, found, add }, record: null }];
}
