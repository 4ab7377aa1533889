import { recordSet, type PlatformNames, type WantedRecord } from "../features/domains/server/dns/record-set";

/** What the checks of the DNS benchmark look at, the same in the process that asks and in the one that answers. */
export const platform: PlatformNames = {
  ...{ mxHosts: ["mx1.host.net", "mx2.host.net"], spf: { include: "spf.host.net" }, mailHost: "mail.host.net" },
  ...{ autoconfigHost: "mail.host.net", reportsAddress: "reports@host.net", mtaStsId: "1" },
};

const sharedZones = 100;
const subDomains = 10;

/** The nth domain: of each thousand, hundred share zones with others; all others have a zone of their own. */
export const domainOf = (index: number): string =>
  index % 10 === 0 && index < sharedZones * subDomains * 10
    ? `s${index / 10}.z${(index / 10) % sharedZones}.org`
    : `d${index}.org`;

export const zoneOf = (domain: string): string => domain.split(".").slice(-2).join(".");

/** Records of `name`, twelve or so. */
export const wantedOf = (name: string): WantedRecord[] =>
  recordSet({ name, proofToken: "0".repeat(32), dkimKeys: [dkimKey] }, platform);

const dkimKey = { selector: "dm1", algorithm: "rsa-sha256", publicKey: `MII${"A".repeat(389)}` } as const;
