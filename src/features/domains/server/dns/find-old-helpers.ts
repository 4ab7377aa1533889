import type { Finding } from "../../schema/findings";
import type { Comparison } from "./verdict";

/** Services that mail programs look for beside those that we ask for. */
const services = ["_imap._tcp", "_pop3._tcp", "_pop3s._tcp", "_submission._tcp"];

/** What mail programs would rather follow than our records, although it leads to somebody else. */
export function findOldHelpers(comparison: Comparison): Finding[] {
  return [...findAutodiscover(comparison), ...services.flatMap((label) => findService(label, comparison))];
}

/** Outlook asks this name before it looks for the service record that leads to us. */
function findAutodiscover({ domain, wanted, platform, ask }: Comparison): Finding[] {
  const name = `autodiscover.${domain}`;
  if (wanted.some((record) => record.name === name)) return [];
  const ours = new Set([platform.autoconfigHost, platform.mailHost]);
  const alias = ask(name, "CNAME");
  if (alias.status === "found") {
    const [value = ""] = alias.records;
    return ours.has(value) ? [] : remove("old_autodiscover", { name, type: "CNAME", value });
  }
  // A name that does not exist has no addresses either.
  if (alias.status === "unknown" || alias.reason === "ENOTFOUND") return [];
  const own = ask(platform.autoconfigHost, "A");
  const addresses = ask(name, "A");
  if (addresses.status !== "found" || own.status === "unknown") return [];
  const known = own.status === "found" ? own.records : [];
  const foreign = addresses.records.find((address) => !known.includes(address));
  return foreign ? remove("old_autodiscover", { name, type: "A", value: foreign }) : [];
}

function findService(label: string, { domain, platform, ask }: Comparison): Finding[] {
  const name = `${label}.${domain}`;
  const answer = ask(name, "SRV");
  if (answer.status !== "found" || answer.aliases.length > 0) return [];
  return answer.records.flatMap((value) => {
    const target = value.split(" ").slice(3).join(" ");
    return target === "." || target === platform.mailHost ? [] : remove("old_service", { name, type: "SRV", value });
  });
}

const remove = (code: Finding["code"], record: NonNullable<Finding["record"]>): Finding[] => [
  { code, kind: "remove", vars: { name: record.name, found: record.value }, record },
];
