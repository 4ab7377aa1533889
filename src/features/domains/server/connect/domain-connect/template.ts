import { createPublicKey } from "node:crypto";
import { getDomain } from "tldts";
import type { Platform } from "~/server/services";
import { recordSet, spfTerms, type WantedRecord } from "../../dns/record-set";
import { platformNames } from "../../platform-names";

type TemplateRecord = Record<string, string | number>;

/** A template of Domain Connect (draft-ietf-dconn-domainconnect-05, section 6): what a DNS provider publishes for us, once its operator has taken it in. */
export type Template = {
  providerId: string;
  providerName: string;
  serviceId: string;
  serviceName: string;
  version: number;
  description: string;
  variableDescription: string;
  syncPubKeyDomain: string;
  syncRedirectDomain: string;
  records: TemplateRecord[];
};

export type ConnectKey = NonNullable<Platform["domainConnect"]>;

const serviceId = "mail";
/** Goes up with each change of the records. */
const version = 1;
const algorithms = { dm1: "rsa-sha256", dm2: "rsa-sha256", ed1: "ed25519-sha256", ed2: "ed25519-sha256" } as const;

/** `label.zone`: the label names the key, and the zone stands in the template. */
export function splitKeyHost({ keyHost }: ConnectKey): { key: string; zone: string } {
  const [key = "", ...zone] = keyHost.split(".");
  return { key, zone: zone.join(".") };
}

/** Who offers the template, by the registrable domain of its key. */
export function templateId(connect: ConnectKey): { providerId: string; serviceId: string } {
  const { zone } = splitKeyHost(connect);
  return { providerId: getDomain(zone, { allowPrivateDomains: true }) ?? zone, serviceId };
}

/** The group that a record is applied with; groups are what a link asks for. All have their own but mail servers, which belong together. */
export const groupOf = ({
  id,
  purpose,
  type,
  shortName,
}: Pick<WantedRecord, "id" | "purpose" | "type" | "shortName">): string => {
  if (purpose === "dkim") return `${shortName.split(".")[0]}-${type === "CNAME" ? "alias" : "key"}`;
  return purpose === "mx" ? "mail" : id.replaceAll(/\W/g, "-");
};

export const dmarcPrefix = "v=DMARC1; ";

const conflicts: Partial<Record<WantedRecord["purpose"], TemplateRecord>> = {
  proof: { txtConflictMatchingMode: "Prefix", txtConflictMatchingPrefix: "deftmail-verify=" },
  dkim: { txtConflictMatchingMode: "All" },
  dmarc: { txtConflictMatchingMode: "Prefix", txtConflictMatchingPrefix: "v=DMARC1" },
  tls_rpt: { txtConflictMatchingMode: "Prefix", txtConflictMatchingPrefix: "v=TLSRPTv1" },
  mta_sts: { txtConflictMatchingMode: "Prefix", txtConflictMatchingPrefix: "v=STSv1" },
};

function toTemplateRecord(record: WantedRecord, spfRules: string): TemplateRecord {
  const { shortName: host, type, value, ttlSeconds: ttl, purpose } = record;
  const shared = { type, groupId: groupOf(record), host, ttl };
  if (purpose === "spf") return { type: "SPFM", groupId: shared.groupId, host, spfRules };
  if (purpose === "dmarc") return { ...shared, data: `${dmarcPrefix}%dmarc%`, ...conflicts.dmarc };
  if (type === "TXT") return { ...shared, data: value, ...conflicts[purpose] };
  if (type === "CNAME") return { ...shared, pointsTo: value };
  const [priority, ...rest] = value.split(" ");
  if (type === "MX") return { ...shared, pointsTo: rest.join(" "), priority: Number(priority) };
  const [service = "", protocol = ""] = host.split(".");
  const [weight, port, target = ""] = rest;
  const numbers = { priority: Number(priority), weight: Number(weight), port: Number(port) };
  return { type, groupId: shared.groupId, name: "@", ttl, service, protocol, target, ...numbers };
}

/**
 * The template of this installation, for its operator to hand to DNS providers: made of the very records that domains are asked for, so that both agree.
 * Variable are only what is each domain's own: the proof, its keys, and a DMARC policy that it has already.
 */
export function domainConnectTemplate(platform: Platform, connect: ConnectKey): Template {
  // A template lives longer than the policy of the day, and there is one whether or not this installation has one just now.
  const names = { ...platformNames(platform), mtaStsId: "%stsid%" };
  const selectors = Object.keys(algorithms) as (keyof typeof algorithms)[];
  const keys = selectors.map((selector) => ({
    ...{ selector, algorithm: algorithms[selector], publicKey: `%${selector}%`, stage: "pending" as const },
  }));
  const domain = { name: "example.com", proofToken: "%proof%", dkimKeys: keys };
  const zone = platform.dkimZone?.name;
  const aliases = zone && {
    arePublished: true,
    targetOf: (selector: string) => `${selector}-%${selector}alias%.${zone}`,
  };
  const records = [
    ...recordSet(domain, names),
    ...(aliases
      ? recordSet({ ...domain, keyAliases: aliases }, names).filter(
          ({ type, purpose }) => purpose === "dkim" && type === "CNAME",
        )
      : []),
  ];
  const { hostname } = new URL(platform.appUrl);
  return {
    ...{ ...templateId(connect), providerName: hostname, serviceName: "Mail", version },
    description:
      "Publishes what a mail domain needs: proof of ownership, SPF, DKIM, DMARC, and what mail programs look for. Mail servers are a group of their own.",
    variableDescription:
      "proof: token of ownership; dm1, dm2, ed1, ed2: public signing keys; dmarc: the policy after its version; stsid: id of the policy for encryption",
    ...{ syncPubKeyDomain: splitKeyHost(connect).zone, syncRedirectDomain: hostname },
    records: records.map((record) => toTemplateRecord(record, spfTerms(names).join(" "))),
  };
}

const fragmentLength = 200;

/** The values of the TXT records that publish the key for signatures, at the host of the key (section 6.4). */
export function publicKeyTexts({ privateKey }: ConnectKey): string[] {
  const der = createPublicKey(pemOf(privateKey)).export({ type: "spki", format: "der" }).toString("base64");
  const fragments = der.match(new RegExp(`.{1,${fragmentLength}}`, "g")) ?? [];
  return fragments.map((fragment, at) => `p=${at + 1},a=RS256,d=${fragment}`);
}

/** In an environment, the line breaks of a PEM text may be written as `\n`. */
export const pemOf = (text: string): string => text.replaceAll("\\n", "\n");
