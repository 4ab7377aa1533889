import type { Finding } from "../../schema/findings";
import { findDmarcPolicy } from "./dmarc-policy";
import { parseTagList } from "./tag-list";
import type { Comparison } from "./verdict";

const isBimi = (text: string) => /^v\s*=\s*BIMI1\s*(?:;|$)/i.test(text);

/** Whether a logo that the domain publishes (BIMI) can be shown: only where its policy acts on forgeries. */
export function findBimi({ domain, ask }: Comparison): Finding[] {
  const name = `default._bimi.${domain}`;
  const answer = ask(name, "TXT");
  const [text, ...more] = answer.status === "found" ? answer.records.filter(isBimi) : [];
  if (text === undefined) return [];
  const record = { name, type: "TXT", value: text };
  const tags = parseTagList(text);
  const logo = tags?.get("l") ?? "";
  // An empty address declines to take part, which is a decision and not a fault.
  if (more.length === 0 && tags?.has("l") && logo === "") return [];
  if (more.length > 0 || !/^https:\/\/\S+$/i.test(logo))
    return [{ code: "bimi_malformed", kind: "warning", vars: { name }, record }];
  const policy = findDmarcPolicy(domain, ask);
  if (policy.status === "unknown") return [];
  const action = policy.status === "found" ? policy.policy.action : "none";
  return action === "none"
    ? [{ code: "bimi_not_enforced", kind: "warning", vars: { name: domain, policy: action }, record }]
    : [{ code: "bimi_ready", kind: "note", vars: {}, record }];
}
