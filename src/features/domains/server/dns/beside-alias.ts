import type { WantedRecord } from "./record-set";
import { type Comparison, replacing, type Verdict, verdict } from "./verdict";

/** A record that cannot be added, because the domain itself is an alias: whatever else stands there is the target's (RFC 1034 section 3.6.2). */
export function besideAlias(wanted: WantedRecord, judged: Verdict, { domain, ask }: Comparison): Verdict {
  if (judged.state !== "missing" || wanted.name !== domain) return judged;
  const answer = ask(domain, wanted.type);
  const alias = answer.status === "unknown" ? undefined : answer.aliases[0];
  if (!alias) return judged;
  return verdict("missing", judged.found, "apex_alias", { alias }, replacing(wanted, [alias], { type: "CNAME" }));
}
