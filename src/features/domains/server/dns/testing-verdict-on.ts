import { gatherVerdicts } from "./gather-answers";
import { type PlatformNames, recordSet, type WantedRecord } from "./record-set";
import { type Zone, zoneResolver } from "./testing-zone-resolver";
import type { Verdict } from "./verdict";

/** The platform that domains are hosted on in these tests. */
export const platform: PlatformNames = {
  mxHosts: ["mx1.mailhost.test"],
  spf: { include: "_spf.mailhost.test" },
  mailHost: "mail.mailhost.test",
  autoconfigHost: "autoconfig.mailhost.test",
  reportsAddress: "dmarc@reports.mailhost.test",
  mtaStsId: "20261101",
};
export const dkimKeys = [
  { selector: "dm1", algorithm: "rsa-sha256", publicKey: "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA" },
];

/** What a domain should publish in these tests. */
export const wantedOf = (domain = "customer.test", keys = dkimKeys) =>
  recordSet({ name: domain, proofToken: "0123456789abcdef0123456789abcdef", dkimKeys: keys }, platform);

/** The verdict on the first record of a purpose, out of a zone that is written down. */
export async function verdictOn(
  purpose: string,
  zone: Zone,
  wanted: WantedRecord[] = wantedOf(),
  domain = "customer.test",
): Promise<Verdict> {
  const { verdicts } = await gatherVerdicts({ domain, wanted, platform }, zoneResolver(zone));
  const record = wanted.find((one) => one.purpose === purpose);
  return verdicts.get(record?.id ?? "") as Verdict;
}
