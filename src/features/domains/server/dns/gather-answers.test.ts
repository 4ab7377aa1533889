import { afterAll, beforeAll, expect, test } from "bun:test";
import { gatherVerdicts } from "./gather-answers";
import { recordSet, type PlatformNames } from "./record-set";
import { type LyingWorld, startLyingWorld } from "./testing-lying-world";

const platform: PlatformNames = {
  ...{ mxHosts: ["mx1.host.net"], spf: { include: "spf.host.net" }, mailHost: "mail.host.net" },
  ...{ autoconfigHost: "mail.host.net" },
};
const domain = "acme.org";
const wanted = recordSet({ name: domain, proofToken: "f".repeat(32), dkimKeys: [] }, platform);
let world: LyingWorld;
beforeAll(async () => {
  world = await startLyingWorld();
  world.publish("host.net", {
    "mx1.host.net": { A: ["192.0.2.1"] },
    "spf.host.net": { TXT: ["v=spf1 ip4:192.0.2.1 -all"] },
  });
});
afterAll(() => world.stop());

test("with what was found comes how long others may still show it", async () => {
  world.publish(domain, { [domain]: { MX: ["10 old.example"], ttlSeconds: 7200 } });
  const { verdicts } = await gatherVerdicts({ domain, wanted, platform }, await world.resolverFor(domain));
  expect(verdicts.get("mx.1")).toMatchObject({ state: "stale", found: ["10 old.example"], ttlSeconds: 7200 });
  expect(verdicts.get("spf")?.ttlSeconds).toBeUndefined();
});

test("a domain whose records are in place is judged after two rounds of questions", async () => {
  world.publish(domain, {
    [domain]: { MX: ["10 mx1.host.net"], TXT: ["v=spf1 include:spf.host.net ~all"] },
    [`_deftmail.${domain}`]: { TXT: [`deftmail-verify=${"f".repeat(32)}`] },
    [`_dmarc.${domain}`]: { TXT: ["v=DMARC1; p=none"] },
    [`autoconfig.${domain}`]: { CNAME: ["mail.host.net"] },
    ...Object.fromEntries(
      wanted.flatMap(({ name, type, value }) => (type === "SRV" ? [[name, { SRV: [value] }]] : [])),
    ),
  });
  let rounds = 0;
  const resolve = await world.resolverFor(domain);
  const { verdicts } = await gatherVerdicts({ domain, wanted, platform }, resolve, async () => {
    rounds += 1;
    return true;
  });
  expect(new Set([...verdicts.values()].map(({ state }) => state))).toEqual(new Set(["match"]));
  expect(rounds).toBeLessThanOrEqual(2);
});

test("verdicts come in the order of the records, whenever each was reached", async () => {
  const { verdicts } = await gatherVerdicts({ domain, wanted, platform }, await world.resolverFor(domain));
  expect([...verdicts.keys()]).toEqual(wanted.map(({ id }) => id));
});
