import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { dnsChanges, dnsConnections } from "../../../../../db/schema";
import { joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { addDomain } from "../add-domain";
import { ignoreRecord } from "../ignore-record";
import { setIntent } from "../set-intent";
import { planChange } from "./plan-change";
import { testCloudflare } from "./testing-cloudflare";
import { domainAtCloudflare, withCloudflare } from "./testing-connect";

const cloudflare = testCloudflare();
const { services: strict, owner, logged } = await testServices();
const services = withCloudflare(strict, cloudflare);
const { ctx } = await testMember(services);
const it = await domainAtCloudflare(ctx, cloudflare);
const { domainId, token } = it;

test("a preview changes nothing, keeps no token, and takes the place of the one before", async () => {
  const before = it.shown();
  await planChange(ctx, { domainId, token, movesMail: false });
  const plan = await planChange(ctx, { domainId, token, movesMail: false });
  expect(it.shown()).toEqual(before);
  expect(cloudflare.calls.filter((call) => !call.startsWith("GET"))).toEqual([]);
  expect(await owner.select().from(dnsConnections).where(eq(dnsConnections.domainId, domainId))).toEqual([]);
  const rows = await owner.select().from(dnsChanges).where(eq(dnsChanges.domainId, domainId));
  expect(rows.map(({ id, state }) => [id, state])).toEqual([[plan.changeId, "planned"]]);
  expect(JSON.stringify([plan, rows, logged])).not.toContain(token);
});

test("mail moves only when it is meant to and was ticked", async () => {
  const typesOf = async (movesMail: boolean) =>
    (await planChange(ctx, { domainId, token, movesMail })).add.map(({ type }) => type);
  expect(await typesOf(false)).not.toContain("MX");
  expect(await typesOf(true)).toContain("MX");
  await setIntent(ctx, { domainId, intent: "move_later" });
  expect(await typesOf(true)).not.toContain("MX");
});

test("a record that is ignored is not published", async () => {
  await ignoreRecord(ctx, { domainId, recordId: "autoconfig", isIgnored: true });
  const { add, remove } = await planChange(ctx, { domainId, token, movesMail: false });
  expect([...add, ...remove].filter(({ name }) => name.startsWith("autoconfig"))).toEqual([]);
});

test("what the provider refuses is said: no token, a wrong one, one for another zone, no answer", async () => {
  const plan = (secret?: string) => refusalOf(planChange(ctx, { domainId, token: secret, movesMail: false }));
  expect(await plan()).toBe("dns.token_needed");
  expect(await plan("a-token-that-nobody-made")).toBe("dns.refused");
  expect(await plan((await domainAtCloudflare(ctx, cloudflare)).token)).toBe("dns.zone_not_found");
  cloudflare.state.next.push({ status: 503 });
  expect(await plan(token)).toBe("dns.unavailable");
});

test("a domain that its zone hands to other servers is not set up where nobody would see it", async () => {
  const parent = await domainAtCloudflare(ctx, cloudflare);
  const { id: below } = await addDomain(ctx, { name: `news.${parent.name}` });
  const ref = { domainId: below, token: parent.token, movesMail: false };
  expect((await planChange(ctx, ref)).zone).toBe(parent.name);
  parent.zone.records.push({ id: "cut", type: "NS", name: `news.${parent.name}`, content: "ns.other.test", ttl: 300 });
  expect(await refusalOf(planChange(ctx, ref))).toBe("dns.zone_inactive");
});

test("an alias behind the provider's proxy is shown as such, and comes out", async () => {
  const behind = await domainAtCloudflare(ctx, cloudflare);
  for (const record of behind.zone.records)
    if (record.name.startsWith("autoconfig.")) record.content = "mail.deftmail.test";
  const plan = await planChange(ctx, { domainId: behind.domainId, token: behind.token, movesMail: false });
  const ofHelper = ({ name }: { name: string }) => name.startsWith("autoconfig.");
  expect(plan.remove.filter(ofHelper)).toMatchObject([{ value: "mail.deftmail.test", isProxied: true }]);
  expect(plan.add.filter(ofHelper)).toMatchObject([{ value: "mail.deftmail.test", isProxied: false }]);
});

test("a viewer and another tenant see no plan", async () => {
  const viewer = (await joinTenant(services, ctx.tenantId, "viewer")).ctx;
  const stranger = (await testMember(services)).ctx;
  expect(await refusalOf(planChange(viewer, { domainId, token, movesMail: false }))).toBe("auth.role_too_low");
  expect(await refusalOf(planChange(stranger, { domainId, token, movesMail: false }))).toBe("domain.not_found");
});
