import { getDomain } from "tldts";
import type { DnsAnswer } from "./dns-answer";
import { appendedZones } from "./doubled-name";
import type { WantedRecord } from "./record-set";
import { type Comparison, replacing, type Verdict, verdict } from "./verdict";

/** Servers may say themselves what the matter is (RFC 8914). */
function couldNotAsk({ reason, ede }: Extract<DnsAnswer, { status: "unknown" }>): Verdict {
  if (reason === "EDNSSEC") return verdict("unknown", [], "dnssec_broken");
  const why = ede && [`${ede.code}`, ede.text].filter(Boolean).join(": ");
  return why
    ? verdict("unknown", [], "could_not_ask_why", { reason, why })
    : verdict("unknown", [], "could_not_ask", { reason });
}

/**
 * The verdict when nothing usable stands at a wanted name: servers that failed say nothing; a provider that appended the zone to a full name
 * published it one domain too deep; nothing can stand beside an alias; a registrable domain that does not exist comes before everything else.
 */
export function notFound(wanted: WantedRecord, answer: DnsAnswer, comparison: Comparison): Verdict {
  if (answer.status === "unknown" && answer.servers) {
    return verdict("unknown", [], "servers_disagree", { servers: answer.servers.join(", ") });
  }
  if (answer.status === "unknown") return couldNotAsk(answer);
  return (
    findDoubled(wanted, comparison) ??
    findAliasInTheWay(wanted, answer.aliases[0], comparison) ??
    findUnregistered(comparison) ??
    findName(wanted, answer)
  );
}

function findDoubled(wanted: WantedRecord, { domain, ask }: Comparison): Verdict | undefined {
  for (const zone of appendedZones(domain)) {
    const doubled = `${wanted.name}.${zone}`;
    const answer = ask(doubled, wanted.type);
    // What an alias shows there was not published there: a wildcard may be one.
    if (answer.status !== "found" || answer.aliases.length > 0) continue;
    const vars = { found: doubled, want: wanted.name, short: wanted.shortName };
    const fix = replacing(wanted, answer.records, { name: doubled });
    return verdict("conflict", answer.records, "name_doubled", vars, fix);
  }
  return undefined;
}

function findAliasInTheWay(wanted: WantedRecord, alias: string | undefined, { domain }: Comparison) {
  if (!alias) return undefined;
  const fix = replacing(wanted, [alias], { type: "CNAME" });
  return wanted.name === domain
    ? verdict("missing", [alias], "apex_alias", { alias }, fix)
    : verdict("missing", [alias], "alias_in_the_way", { alias, name: wanted.name }, fix);
}

function findUnregistered({ domain, ask }: Comparison): Verdict | undefined {
  // Nobody registers a name under .test (RFC 6761): there is nothing to say of it but that the record is missing.
  if (domain.endsWith(".test")) return undefined;
  const registrable = getDomain(domain, { allowPrivateDomains: true }) ?? domain;
  const root = ask(registrable, "SOA");
  return root.status === "absent" && root.reason === "ENOTFOUND"
    ? verdict("missing", [], "domain_not_found", { domain: registrable })
    : undefined;
}

/** A name that is there without this type asks for another look than one that is not there at all. */
const findName = ({ name, type }: WantedRecord, answer: DnsAnswer): Verdict =>
  answer.status === "absent" && answer.reason === "ENODATA"
    ? verdict("missing", [], "add_beside", { name, type })
    : verdict("missing", [], "add");
