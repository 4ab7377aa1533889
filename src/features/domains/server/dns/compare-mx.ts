import { isIP } from "node:net";
import { notFound } from "./not-found";
import type { WantedRecord } from "./record-set";
import { type Comparison, type Verdict, verdict } from "./verdict";

const parseMx = (record: string) => {
  const [preference, host = "."] = record.split(" ");
  return { preference: Number(preference), host };
};

/** Mail flow (RFC 5321 section 5.1, RFC 7505). Other servers only is not an error: the switch is the owner's last step. */
export function compareMx(wanted: WantedRecord, comparison: Comparison): Verdict {
  const { domain, ask } = comparison;
  const answer = ask(domain, "MX");
  if (answer.status !== "found") return notFound(wanted, answer, comparison);
  const found = answer.records;
  const want = parseMx(wanted.value).host;
  const our = new Set(
    comparison.wanted.filter(({ purpose }) => purpose === "mx").map(({ value }) => parseMx(value).host),
  );
  const servers = found.map(parseMx);
  if (servers.some(({ host }) => host === ".")) return verdict("conflict", found, "mx_null");
  const faulty = servers.find(({ host }) => isIP(host));
  if (faulty) return verdict("conflict", found, "mx_target_is_ip", { target: faulty.host });
  const doubled = servers.find(({ host }) => our.has(host.slice(0, -domain.length - 1)) && host.endsWith(`.${domain}`));
  if (doubled) return verdict("conflict", found, "mx_target_doubled", { target: doubled.host, want });
  const ours = servers.filter(({ host }) => our.has(host));
  const others = servers.filter(({ host }) => !our.has(host));
  if (ours.length === 0) {
    const alias = others.find(({ host }) => {
      const target = ask(host, "CNAME");
      return target.status === "found" && our.has(target.records[0] ?? "");
    });
    if (alias) return verdict("conflict", found, "mx_target_is_alias", { target: alias.host, want });
    return verdict("stale", found, "mx_not_switched", { found: others.map(({ host }) => host).join(", "), want });
  }
  const best = Math.min(...ours.map(({ preference }) => preference));
  const rivals = others.filter(({ preference }) => preference <= best).map(({ host }) => host);
  if (rivals.length > 0) return verdict("conflict", found, "mx_split", { others: rivals.join(", "), want });
  if (!ours.some(({ host }) => host === want)) return verdict("missing", found, "add");
  return others.length > 0
    ? verdict("match", found, "mx_backup", { others: others.map(({ host }) => host).join(", ") })
    : verdict("match", found);
}
