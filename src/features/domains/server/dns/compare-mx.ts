import { findMxFault } from "./find-mx-fault";
import { type MailServer, mailServersOf, parseMx } from "./mail-server";
import { notFound } from "./not-found";
import type { WantedRecord } from "./record-set";
import { type Comparison, replacing, type Verdict, verdict } from "./verdict";

const hostsOf = (servers: MailServer[]) => servers.map(({ host }) => host).join(", ");
const textsOf = (servers: MailServer[]) => servers.map(({ text }) => text);

/** Mail flow (RFC 5321 section 5.1, RFC 7505). Other servers only is not an error: the switch is the owner's last step. */
export function compareMx(wanted: WantedRecord, comparison: Comparison): Verdict {
  const answer = comparison.ask(comparison.domain, "MX");
  if (answer.status !== "found") return withoutMx(notFound(wanted, answer, comparison), comparison);
  const found = answer.records;
  const want = parseMx(wanted.value).host;
  const { ours, others } = mailServersOf(found, comparison);
  const fault = findMxFault(wanted, found, comparison);
  if (fault) return fault;
  if (ours.length === 0) return notSwitched(wanted, others, comparison);
  const best = Math.min(...ours.map(({ preference }) => preference));
  const rivals = others.filter(({ preference }) => preference <= best);
  if (rivals.length > 0) {
    return verdict(
      "conflict",
      found,
      "mx_split",
      { others: hostsOf(rivals), want },
      replacing(wanted, textsOf(rivals)),
    );
  }
  if (!ours.some(({ host }) => host === want))
    return verdict("missing", found, "add_beside", { name: wanted.name, type: "MX" });
  if (others.length > 0) return verdict("match", found, "mx_backup", { others: hostsOf(others) });
  const [alias] = answer.aliases;
  return alias ? verdict("match", found, "mx_at_alias", { alias }) : verdict("match", found);
}

function notSwitched(wanted: WantedRecord, others: MailServer[], { ask }: Comparison): Verdict {
  const want = parseMx(wanted.value).host;
  const found = textsOf(others);
  const fix = replacing(wanted, found);
  const isDead = ({ host }: MailServer) =>
    (["A", "AAAA"] as const).every((type) => {
      const { status } = ask(host, type);
      return status === "absent";
    });
  if (others.every(isDead)) return verdict("stale", found, "mx_dead", { target: hostsOf(others), want }, fix);
  return verdict("stale", found, "mx_not_switched", { found: hostsOf(others), want }, fix);
}

/** Without MX records, senders try the addresses of the domain itself: often those of a web server. */
function withoutMx(judged: Verdict, { domain, ask }: Comparison): Verdict {
  const code = judged.advice?.code;
  if (judged.state !== "missing" || (code !== "add" && code !== "add_beside")) return judged;
  const addresses = ask(domain, "A");
  return addresses.status === "found"
    ? verdict("missing", [], "mx_implicit", { found: addresses.records.join(", ") })
    : judged;
}
