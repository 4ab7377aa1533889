import { getDomain } from "tldts";
import type { Finding } from "../../schema/findings";
import type { Comparison } from "./verdict";

/**
 * Whether the domain is signed, and, if so, whether our mail servers publish their keys: both together let senders insist on an encrypted line (RFC
 * 7672 section 2.2).
 */
export function findDnssec({ domain, platform, ask }: Comparison): Finding[] {
  // Nobody signs a name under .test (RFC 6761).
  if (domain.endsWith(".test")) return [];
  const zones = new Set([domain, getDomain(domain, { allowPrivateDomains: true }) ?? domain]);
  const keys = [...zones].map((zone) => ask(zone, "DS"));
  const isSigned = keys.some(({ status }) => status === "found");
  if (!isSigned && keys.some(({ status }) => status === "unknown")) return [];
  const note = (code: Finding["code"], vars: Record<string, string>): Finding[] => [
    { code, kind: "note", vars: { name: domain, ...vars }, record: null },
  ];
  if (!isSigned) return note("dnssec_off", {});
  const published = platform.mxHosts.filter((host) => ask(`_25._tcp.${host}`, "TLSA").status === "found");
  return published.length === platform.mxHosts.length
    ? note("dane_on", { host: published.join(", ") })
    : note("dnssec_on", {});
}
