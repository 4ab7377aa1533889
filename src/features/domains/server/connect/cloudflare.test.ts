import { expect, test } from "bun:test";
import { zoneResolver } from "../dns/testing-zone-resolver";
import { createCloudflare } from "./cloudflare";
import { ProviderError } from "./dns-provider";
import { testCloudflare } from "./testing-cloudflare";

const cloudflare = testCloudflare();
const rules = { resolve: zoneResolver({}), allowsHttp: true, allowsLoopback: true, ownHosts: [] };
const providerWith = (token: string) => createCloudflare({ token, rules, baseUrl: cloudflare.url });
const failureOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "none",
    (error: unknown) => {
      if (error instanceof ProviderError) return error.failure;
      throw error;
    },
  );

const long = `v=DKIM1; k=rsa; p=${"A".repeat(392)}`;

test("a record of each type comes back from the provider as it was meant", async () => {
  const { token } = cloudflare.addZone("types.test");
  const provider = providerWith(token);
  const zone = await provider.findZone("types.test");
  const wanted = [
    ["types.test", "TXT", 'v=spf1 "odd" \\ ~all'],
    ["types.test", "MX", "10 mail.deftmail.test"],
    ["dm1._domainkey.types.test", "TXT", long],
    ["autoconfig.types.test", "CNAME", "mail.deftmail.test"],
    ["_imaps._tcp.types.test", "SRV", "0 1 993 mail.deftmail.test"],
  ] as const;
  for (const [name, type, value] of wanted)
    await provider.create(zone, { name, type, value, ttlSeconds: 3600, comment: "DeftMail" });
  const found = await provider.listRecords(zone);
  expect(found.map(({ name, type, value }) => [name, type, value])).toEqual(wanted.map((row) => [...row]));
  expect(found.every(({ comment, isProxied }) => comment === "DeftMail" && !isProxied)).toBe(true);
});

test("values are read however the provider writes them", async () => {
  const { token } = cloudflare.addZone("spelling.test", [
    { type: "TXT", name: "Spelling.test", content: '"v=spf1 " "-all"' },
    { type: "TXT", name: "bücher.spelling.test", content: "plain" },
    { type: "SRV", name: "_jmap._tcp.spelling.test", content: "1\t443\tOld.example.", priority: 5 },
    { type: "CNAME", name: "mta-sts.spelling.test", content: "Old.Example.", proxied: true },
    { type: "TXT", name: "u.spelling.test", content: '"gr\\195\\188n ü"' },
  ]);
  const provider = providerWith(token);
  const found = await provider.listRecords(await provider.findZone("spelling.test"));
  expect(found.map(({ name, value }) => [name, value])).toEqual([
    ["spelling.test", "v=spf1 -all"],
    ["xn--bcher-kva.spelling.test", "plain"],
    ["_jmap._tcp.spelling.test", "5 1 443 old.example"],
    ["mta-sts.spelling.test", "old.example"],
    ["u.spelling.test", "grün ü"],
  ]);
  expect(found[3]?.isProxied).toBe(true);
});

test("a domain is found in the zone above it, and every page of a big zone is read", async () => {
  const records = Array.from({ length: 250 }, (_, at) => ({
    type: "A",
    name: `h${at}.big.test`,
    content: "192.0.2.1",
  }));
  const { token } = cloudflare.addZone("big.test", records);
  const zone = await providerWith(token).findZone("mail.shop.big.test");
  expect(zone.name).toBe("big.test");
  expect(await providerWith(token).listRecords(zone)).toHaveLength(250);
});

test("what goes wrong has a name: a wrong token, one for another zone, one that may only read", async () => {
  const { token, zone } = cloudflare.addZone("mine.test", [{ type: "A", name: "www.mine.test", content: "192.0.2.1" }]);
  expect(await failureOf(providerWith("wrong").findZone("mine.test"))).toBe("refused");
  expect(await failureOf(providerWith(token).findZone("yours.test"))).toBe("zone_not_found");
  const readOnly = cloudflare.addZone("read.test", [], false);
  expect(await failureOf(providerWith(readOnly.token).findZone("read.test"))).toBe("refused");
  const unused = cloudflare.addZone("unused.test");
  unused.zone.status = "pending";
  expect(await failureOf(providerWith(unused.token).findZone("unused.test"))).toBe("zone_inactive");
  const alias = { name: "www.mine.test", type: "CNAME", value: "x.test", ttlSeconds: 300 };
  expect(await failureOf(providerWith(token).create(zone, alias))).toBe("in_the_way");
  expect(await failureOf(providerWith(token).remove(zone, "nothing"))).toBe("record_gone");
});

test("a provider that is busy is asked again after the time that it names, and not for ever", async () => {
  const { token } = cloudflare.addZone("busy.test");
  const busy = { status: 429, headers: { "retry-after": "0" } };
  cloudflare.state.next.push(busy, busy);
  expect(await failureOf(providerWith(token).findZone("busy.test"))).toBe("none");
  cloudflare.state.next.push(busy, busy, busy);
  expect(await failureOf(providerWith(token).findZone("busy.test"))).toBe("too_many");
  cloudflare.state.next.push({ status: 502 });
  expect(await failureOf(providerWith(token).findZone("busy.test"))).toBe("unavailable");
});

test("the token travels in no address", () => {
  expect(cloudflare.seen.filter((href) => href.includes("token-"))).toEqual([]);
  expect(cloudflare.seen.length).toBeGreaterThan(10);
});
