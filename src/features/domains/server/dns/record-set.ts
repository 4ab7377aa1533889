import { dkimRecords, type KeyAliases, type PublishedKey } from "./dkim-records";
import type { DomainIntent } from "../../schema";
import type { RecordType } from "./dns-answer";

export type RecordPurpose =
  "proof" | "spf" | "dkim" | "dmarc" | "mx" | "autoconfig" | "service" | "tls_rpt" | "mta_sts";
export type RecordLevel = "required" | "switch" | "recommended";

/** One record that a domain should publish. `id` is stable within the domain's set: verdicts are stored under it. */
export type WantedRecord = {
  id: string;
  purpose: RecordPurpose;
  level: RecordLevel;
  /** As most DNS providers want it typed: relative to the domain, `@` for the domain itself. */
  shortName: string;
  name: string;
  type: Extract<RecordType, "TXT" | "MX" | "CNAME" | "SRV">;
  value: string;
  ttlSeconds: number;
  /** What the alias of a signing key leads to, as TXT, once it is published there. */
  key?: string;
};

/** Where the platform itself can be reached; host names are A-labels without a trailing dot. */
export type PlatformNames = {
  /** In order of preference. */
  mxHosts: string[];
  /** A name whose SPF record lists our senders, or the senders themselves where the operator has no zone. */
  spf: { include: string } | { addresses: string[] };
  /** Submission, IMAP and JMAP. */
  mailHost: string;
  /** Serves what mail programs and mail servers fetch under the names of customers: set-up files and policies. */
  autoconfigHost: string;
  /** Mailbox that takes DMARC and TLS reports; without one, none are asked for. */
  reportsAddress?: string;
  /** Id of the MTA-STS policy that the platform serves for its customers; without one, no record is asked for (RFC 8461). */
  mtaStsId?: string;
};

export type DomainKeys = {
  name: string;
  proofToken: string;
  dkimKeys: PublishedKey[];
  /** Null or absent: the keys stand in TXT records of the domain itself. */
  keyAliases?: KeyAliases | null;
  /** A domain that only sends needs no mail servers. */
  intent?: DomainIntent | null;
};

const ttlSeconds = 3600;

/** The mechanisms that let our servers send. */
export const spfTerms = ({ spf }: PlatformNames): string[] =>
  "include" in spf
    ? [`include:${spf.include}`]
    : spf.addresses.map((address) => `${address.includes(":") ? "ip6" : "ip4"}:${address}`);

/** Everything that `domain` should publish, in the order in which a person should do it: proof first, the switch of the mail flow last. */
export function recordSet(domain: DomainKeys, platform: PlatformNames): WantedRecord[] {
  const record = (
    id: string,
    purpose: RecordPurpose,
    level: RecordLevel,
    rest: [string, WantedRecord["type"], string],
  ): WantedRecord => {
    const [shortName, type, value] = rest;
    const name = shortName === "@" ? domain.name : `${shortName}.${domain.name}`;
    return { id, purpose, level, shortName, name, type, value, ttlSeconds };
  };
  const service = (label: string, port: number, host = platform.mailHost) =>
    record(`srv.${label}`, "service", "recommended", [`_${label}._tcp`, "SRV", `0 1 ${port} ${host}`]);
  const reports = platform.reportsAddress;
  return [
    record("proof", "proof", "required", ["_deftmail", "TXT", `deftmail-verify=${domain.proofToken}`]),
    record("spf", "spf", "required", ["@", "TXT", `v=spf1 ${spfTerms(platform).join(" ")} ~all`]),
    ...dkimRecords(domain.dkimKeys, domain.keyAliases ?? null).map(({ selector, level, type, value, ...more }) => ({
      ...record(`dkim.${selector}`, "dkim", level, [`${selector}._domainkey`, type, value]),
      ...more,
    })),
    record("dmarc", "dmarc", "required", [
      "_dmarc",
      "TXT",
      `v=DMARC1; p=none${reports ? `; rua=mailto:${reports}` : ""}`,
    ]),
    ...(domain.intent === "send_only" ? [] : platform.mxHosts).map((host, index) =>
      record(`mx.${index + 1}`, "mx", "switch", ["@", "MX", `${10 * (index + 1)} ${host}`]),
    ),
    record("autoconfig", "autoconfig", "recommended", ["autoconfig", "CNAME", platform.autoconfigHost]),
    service("autodiscover", 443, platform.autoconfigHost),
    service("submissions", 465),
    service("imaps", 993),
    service("jmap", 443),
    ...(reports
      ? [record("tls_rpt", "tls_rpt", "recommended", ["_smtp._tls", "TXT", `v=TLSRPTv1; rua=mailto:${reports}`])]
      : []),
    ...(platform.mtaStsId
      ? [
          record("mta_sts", "mta_sts", "recommended", ["_mta-sts", "TXT", `v=STSv1; id=${platform.mtaStsId}`]),
          record("mta_sts_host", "mta_sts", "recommended", ["mta-sts", "CNAME", platform.autoconfigHost]),
        ]
      : []),
  ];
}
