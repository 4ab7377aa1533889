import { getDomain } from "tldts";
import type { DnsAnswer } from "./dns-answer";
import type { WantedRecord } from "./record-set";
import { type Comparison, type Verdict, verdict } from "./verdict";

const couldNotAsk = (reason: string): Verdict =>
  reason === "EDNSSEC" ? verdict("unknown", [], "dnssec_broken") : verdict("unknown", [], "could_not_ask", { reason });

/**
 * The verdict when nothing usable stands at a wanted name: servers that failed say nothing; a provider that appended the zone to a full name
 * published it one domain too deep; a registrable domain that does not exist comes before everything else.
 */
export function notFound(wanted: WantedRecord, answer: DnsAnswer, { domain, ask }: Comparison): Verdict {
  if (answer.status === "unknown" && answer.servers) {
    return verdict("unknown", [], "servers_disagree", { servers: answer.servers.join(", ") });
  }
  if (answer.status === "unknown") return couldNotAsk(answer.reason);
  const doubled = wanted.shortName === "@" ? undefined : `${wanted.name}.${domain}`;
  const atDoubled = doubled ? ask(doubled, wanted.type) : undefined;
  if (doubled && atDoubled?.status === "found") {
    return verdict("conflict", atDoubled.records, "name_doubled", {
      found: doubled,
      want: wanted.name,
      short: wanted.shortName,
    });
  }
  // Nobody registers a name under .test (RFC 6761): there is nothing to say of it but that the record is missing.
  if (domain.endsWith(".test")) return verdict("missing", [], "add");
  const registrable = getDomain(domain, { allowPrivateDomains: true }) ?? domain;
  const root = ask(registrable, "SOA");
  if (root.status === "absent" && root.reason === "ENOTFOUND")
    return verdict("missing", [], "domain_not_found", { domain: registrable });
  return verdict("missing", [], "add");
}
