import { describe, expect, test } from "bun:test";
import { gatherVerdicts } from "./gather-answers";
import { type Zone, zoneResolver } from "./testing-zone-resolver";
import { platform, wantedOf } from "./testing-verdict-on";

const domain = "customer.test";
const text = (value: string) => ({ TXT: [[value]] });

async function findingsIn(zone: Zone, isPartial = false) {
  const subject = { domain, wanted: wantedOf(), platform, isPartial };
  return (await gatherVerdicts(subject, zoneResolver(zone))).findings;
}
const codes = async (zone: Zone) => (await findingsIn(zone)).map(({ code, kind }) => `${kind} ${code}`);

describe("a logo that a domain publishes", () => {
  const withLogo = (record: string, policy: string): Zone => ({
    "default._bimi.customer.test": text(record),
    "_dmarc.customer.test": text(policy),
  });
  const logo = "v=BIMI1; l=https://customer.test/logo.svg";

  test("can be shown where the policy acts on forgeries", async () => {
    expect(await codes(withLogo(logo, "v=DMARC1; p=quarantine"))).toEqual(["note bimi_ready"]);
    expect(await codes(withLogo(logo, "v=DMARC1; p=none"))).toEqual(["warning bimi_not_enforced"]);
    expect(await codes(withLogo(logo, "v=DMARC1; p=quarantine; t=y"))).toEqual(["warning bimi_not_enforced"]);
  });

  test("has to be at an address that can be fetched safely, unless the domain declines to show one", async () => {
    const policy = "v=DMARC1; p=reject";
    expect(await codes(withLogo("v=BIMI1; l=http://customer.test/logo.svg", policy))).toEqual([
      "warning bimi_malformed",
    ]);
    expect(await codes(withLogo("v=BIMI1;", policy))).toEqual(["warning bimi_malformed"]);
    expect(await codes(withLogo("v=BIMI1; l=; a=;", policy))).toEqual([]);
  });
});

test("what cannot be asked is never told as something to remove", async () => {
  const failing = { error: "ESERVFAIL" as const };
  const zone: Zone = {
    "autodiscover.customer.test": { CNAME: failing, A: failing },
    "_imap._tcp.customer.test": { SRV: failing },
    "customer.test": { MX: failing, CAA: failing },
  };
  expect(await findingsIn(zone)).toEqual([]);
});

test("a look at a few records finds nothing beyond them", async () => {
  const zone: Zone = { "autodiscover.customer.test": { CNAME: ["autodiscover.outlook.com"] } };
  expect(await codes(zone)).toEqual(["remove old_autodiscover"]);
  expect(await findingsIn(zone, true)).toEqual([]);
});
