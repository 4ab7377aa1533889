import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { domains } from "../../../../../../db/schema";
import { joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { addDomain } from "../../add-domain";
import { publishZone } from "../../dns/zone-files";
import { getDomain } from "../../get-domain";
import { ignoreRecord } from "../../ignore-record";
import { resolverOf } from "../../platform-names";
import { setIntent } from "../../set-intent";
import { discoverConnect } from "./discover-connect";
import { domainConnectTemplate, publicKeyTexts } from "./template";
import { testConnectKey, testDomainConnect } from "./testing-domain-connect";

const { services: strict, owner } = await testServices();
const connect = testConnectKey("_key1.connect.operator.test");
const platform = { ...strict.platform, allowsLoopbackTargets: true, domainConnect: connect };
const services = { ...strict, platform, rateLimit: async () => {} };
const { ctx } = await testMember(services);
const zones = platform.trialZone!.dataDir;
const provider = testDomainConnect(resolverOf(platform));
const template = domainConnectTemplate(platform, connect);
const txt = (name: string, value: string) => ({ name, type: "TXT" as const, value, ttlSeconds: 60 });
await publishZone(
  zones,
  "operator.test",
  publicKeyTexts(connect).map((text) => txt(connect.keyHost, text)),
);

async function claim(name: string, place = provider.place) {
  const { id: domainId } = await addDomain(ctx, { name });
  await publishZone(zones, name, [txt(`_domainconnect.${name}`, place)]);
  return domainId;
}
const domainId = await claim("linked.test");
const discover = async (movesMail = false) => (await discoverConnect(ctx, { domainId, movesMail })).domainConnect;

test("a provider without Domain Connect, or one that does not know our template, offers no link", async () => {
  const { id } = await addDomain(ctx, { name: "plain.test" });
  expect(await discoverConnect(ctx, { domainId: id, movesMail: false })).toEqual({ domainConnect: null });
  expect(await discover()).toEqual({ providerName: "Test DNS", isSupported: false, url: null });
});

test("one press publishes every record that the domain is asked for, and the browser comes back", async () => {
  provider.templates.set(`${template.providerId}/${template.serviceId}`, template);
  const found = await discover();
  expect(found).toMatchObject({ providerName: "Test DNS", isSupported: true });
  const response = await fetch(found!.url!, { redirect: "manual" });
  expect([response.status, response.headers.get("location")]).toEqual([
    302,
    `${platform.appUrl}/admin/domains/${domainId}/connect`,
  ]);
  const { records } = await getDomain(ctx, { domainId });
  const wanted = records.filter(({ purpose }) => purpose !== "mx");
  const flat = provider.applied.map(({ name, row }) => {
    if (row.type === "SPFM") return `${name} TXT v=spf1 ${row.spfRules} ~all`;
    if (row.type === "SRV") return `${name} SRV ${row.priority} ${row.weight} ${row.port} ${row.target}`;
    return `${name} ${row.type} ${row.data ?? row.pointsTo}`;
  });
  expect(flat.toSorted()).toEqual(wanted.map(({ name, type, value }) => `${name} ${type} ${value}`).toSorted());
});

test("mail moves by the link only when it is meant to and was ticked", async () => {
  const groupsOf = async (movesMail: boolean) =>
    new URL((await discover(movesMail))!.url!).searchParams.get("groupId")!.split(",");
  expect(await groupsOf(true)).not.toContain("mail");
  await setIntent(ctx, { domainId, intent: "move_now" });
  expect(await groupsOf(false)).not.toContain("mail");
  expect(await groupsOf(true)).toContain("mail");
});

test("a record that is ignored, or there already, is not asked for", async () => {
  await ignoreRecord(ctx, { domainId, recordId: "autoconfig", isIgnored: true });
  const groups = new URL((await discover())!.url!).searchParams.get("groupId")!.split(",");
  expect(groups).toContain("srv-imaps");
  expect(groups).not.toContain("autoconfig");
});

test("a link that anybody changed is refused by the provider", async () => {
  const url = (await discover())!.url!;
  expect((await fetch(url, { redirect: "manual" })).status).toBe(302);
  for (const forged of [
    url.replace("domain=linked.test", "domain=other.test"),
    url.replace(/proof=[^&]+/, "proof=forged"),
    url.replace(/sig=[^&]+/, "sig=AAAA"),
    `${url}&dm1=other`,
  ])
    expect((await fetch(forged, { redirect: "manual" })).status).toBe(403);
});

test("a domain below its zone is named as such", async () => {
  const below = await claim("news.linked.test", "nowhere.test");
  await owner.update(domains).set({ zone: "linked.test" }).where(eq(domains.id, below));
  const { domainConnect } = await discoverConnect(ctx, { domainId: below, movesMail: false });
  const { searchParams } = new URL(domainConnect!.url!);
  expect([searchParams.get("domain"), searchParams.get("host")]).toEqual(["linked.test", "news"]);
});

test("a zone cannot send us, or the reader, to an address of its choice that is not safe", async () => {
  const calls = provider.state.calls.length;
  const dangerous = ["127.0.0.1:1/x?a=b", "http://127.0.0.1/", "user@host/", "169.254.169.254", "localhost/dc"];
  for (const [at, place] of dangerous.entries()) {
    const id = await claim(`danger${at}.test`, place);
    expect((await discoverConnect(ctx, { domainId: id, movesMail: false })).domainConnect).toBeNull();
  }
  expect(provider.state.calls).toHaveLength(calls);
  for (const urlSyncUX of ["javascript:alert(1)", "http://example.com/", "https://x.test/?a", "https://u@x.test"]) {
    provider.state.settings = { urlSyncUX };
    expect((await discover())?.url).toBeNull();
  }
  provider.state.settings = { crit: ["vnd.new"], "vnd.new": true };
  expect(await discover()).toBeNull();
  provider.state.settings = {};
  provider.state.status = 404;
  expect(await discover()).toBeNull();
  provider.state.status = 200;
});

test("without a key of the operator there is no link, and viewers and strangers get none", async () => {
  const keyless = { ...ctx, platform: { ...platform, domainConnect: null } };
  expect((await discoverConnect(keyless, { domainId, movesMail: false })).domainConnect?.url).toBeNull();
  const viewer = (await joinTenant(services, ctx.tenantId, "viewer")).ctx;
  expect(await refusalOf(discoverConnect(viewer, { domainId, movesMail: false }))).toBe("auth.role_too_low");
  const stranger = (await testMember(services)).ctx;
  expect(await refusalOf(discoverConnect(stranger, { domainId, movesMail: false }))).toBe("domain.not_found");
});
