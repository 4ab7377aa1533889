import { isIP } from "node:net";
import { withoutAppendedZone } from "./doubled-name";
import { type MailServer, mailServersOf, parseMx } from "./mail-server";
import { isParkingHost } from "./parking-hosts";
import type { WantedRecord } from "./record-set";
import { type Comparison, replacing, type Verdict, verdict } from "./verdict";

/** An address as somebody may have typed it where a host name belongs: bare, in brackets, or with the zone behind it. */
const isAddress = (host: string, domain: string): boolean =>
  [host, withoutAppendedZone(host, domain) ?? ""].some((one) => isIP(one.replace(/^\[(?:ipv6:)?(.*)\]$/i, "$1")));

/** MX records that are wrong whoever they belong to (RFC 5321 section 5.1, RFC 2181 section 10.3, RFC 7505). */
export function findMxFault(wanted: WantedRecord, found: string[], comparison: Comparison): Verdict | undefined {
  const { domain, ask, platform } = comparison;
  const { others } = mailServersOf(found, comparison);
  const our = new Set(platform.mxHosts);
  const want = parseMx(wanted.value);
  const meant = (host: string) => our.has(host) || our.has(withoutAppendedZone(host, domain) ?? "");
  const say = (code: "mx_null" | `mx_target_${string}` | "mx_parked" | "mx_priority_in_name", server: MailServer) =>
    verdict(
      "conflict",
      found,
      code as Parameters<typeof verdict>[2],
      { target: server.host, want: want.host, priority: String(want.preference) },
      replacing(wanted, [server.text]),
    );
  const pick = (test: (host: string) => boolean) => others.find(({ host }) => test(host));

  const nothing = pick((host) => host === ".");
  if (nothing) return say("mx_null", nothing);
  const typed = pick((host) => meant(/^\d+[\s.]+(.+)$/.exec(host)?.[1] ?? ""));
  if (typed) return say("mx_priority_in_name", typed);
  const address = pick((host) => isAddress(host, domain));
  if (address) return say("mx_target_is_ip", address);
  const doubled = pick(meant);
  if (doubled) return say("mx_target_doubled", doubled);
  const parked = pick(isParkingHost);
  if (parked) return say("mx_parked", parked);
  const alias = pick((host) => {
    const target = ask(host, "CNAME");
    return target.status === "found" && our.has(target.records[0] ?? "");
  });
  return alias && say("mx_target_is_alias", alias);
}
