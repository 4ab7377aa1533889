import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { domains, tenants, webhookDeliveries, webhooks } from "../../../../../db/schema";
import { testMember, testServices } from "~/server/testing";
import type { WebhookBody } from "~/lib/webhook-events";
import { ListHistory } from "../../schema/history";
import { publishZone, readZone } from "../dns/zone-files";
import { listHistory } from "../history/list-history";
import { activeDomain } from "../testing-domains";
import { verifyDomain } from "../verify-domain";
import { listRecipients } from "./list-recipients";
import { alertsTo, jobIn, sendIn } from "./testing-alerts";

const { services, owner } = await testServices();
const zones = services.platform.trialZone?.dataDir ?? "";

test("when MX is gone for an hour the owner is told once what to do, then that all is well, and so are programs; the history keeps it", async () => {
  const { ctx } = await testMember(services);
  const { id: domainId, name } = await activeDomain(services, ctx, "journey.test");
  const hook = { tenantId: ctx.tenantId, url: "https://hooks.example.org/", events: ["domain.updated"] };
  await owner.insert(webhooks).values({ ...hook, sealedSecret: "-" });
  const state = async () => (await owner.select().from(domains).where(eq(domains.id, domainId)))[0]!.state;
  const look = (minutes: number) => verifyDomain(jobIn(services, ctx, minutes), { domainId });
  await look(0);
  expect(await state()).toBe("active");

  const good = await readZone(zones, name);
  const rest = good.filter(({ type }) => type !== "MX");
  const old = { name, type: "MX" as const, value: "5 old.example", ttlSeconds: 1 };
  await publishZone(zones, name, [...rest, old]);
  for (const minutes of [60, 75, 90, 105, 120]) await look(minutes);
  expect(await state()).toBe("broken");
  await sendIn(services, ctx, 125);
  const told = await alertsTo(services, owner, ctx.actor.email);
  expect(told.map(({ subject }) => subject)).toEqual(["journey.test: mail may be lost"]);
  expect(told[0]!.text).toMatch(/- MX @: .*old\.example/);

  await publishZone(zones, name, good);
  for (const minutes of [180, 195]) await look(minutes);
  expect(await state()).toBe("active");
  await sendIn(services, ctx, 200);
  expect((await alertsTo(services, owner, ctx.actor.email)).map(({ subject }) => subject)).toEqual([
    "journey.test: mail may be lost",
    "journey.test is well again",
  ]);

  const rows = await owner.select().from(webhookDeliveries).where(eq(webhookDeliveries.tenantId, ctx.tenantId));
  const events = rows.toSorted((a, b) => a.id.localeCompare(b.id)).map(({ payload }) => payload as WebhookBody);
  const moves = events.map(({ data }) => [data["previousState"], data["state"]]);
  expect(moves).toEqual([
    ["active", "broken"],
    ["broken", "active"],
  ]);
  const { lines } = await listHistory(ctx, ListHistory.parse({ domainId }));
  const said = lines.map(({ kind, subject, before, after }) => [kind, subject, before, after].join(" "));
  expect(said).toContain("state  active broken");
  expect(said).toContain("state  broken active");
  const loss = lines.find(
    ({ subject, evidence }) => subject === "mx.1" && JSON.stringify(evidence).includes("old.example"),
  );
  expect(loss?.kind).toBe("record");
}, 30_000);

test("a proof that is gone for good is told three times, each time worse, and programs learn of every step", async () => {
  const { ctx } = await testMember(services);
  const { id: domainId, name } = await activeDomain(services, ctx, "lapsing.test");
  const hook = {
    tenantId: ctx.tenantId,
    url: "https://hooks.example.org/",
    events: ["domain.updated", "domain.removed"],
  };
  await owner.insert(webhooks).values({ ...hook, sealedSecret: "-" });
  const inside = { alertEmail: `night@${name}`, alertEmailConfirmedAt: new Date() };
  await owner.update(tenants).set(inside).where(eq(tenants.id, ctx.tenantId));
  const whole = await readZone(zones, name);
  await publishZone(
    zones,
    name,
    whole.filter((record) => !record.name.startsWith("_deftmail.")),
  );
  for (const days of [7.1, 14.2, 21.3, 50, 51.5, 82]) {
    await verifyDomain(jobIn(services, ctx, days * 1440), { domainId });
    await sendIn(services, ctx, days * 1440 + 5);
  }
  expect((await alertsTo(services, owner, ctx.actor.email)).map(({ subject }) => subject)).toEqual([
    "lapsing.test: the proof of ownership is gone",
    "lapsing.test: ownership is no longer proven",
    "lapsing.test: no mail goes in or out any more",
  ]);
  const rows = await owner.select().from(webhookDeliveries).where(eq(webhookDeliveries.tenantId, ctx.tenantId));
  const events = rows.toSorted((a, b) => a.id.localeCompare(b.id)).map(({ payload }) => payload as WebhookBody);
  expect(events.map(({ type, data }) => [type, data["previousState"], data["state"]])).toEqual([
    ["domain.updated", "active", "proof_lost"],
    ["domain.updated", "proof_lost", "suspended"],
    ["domain.removed", "suspended", "removed"],
  ]);
  // Whoever has the name now reads the mail to it.
  expect((await listRecipients(ctx)).address).toBeNull();
  expect(await alertsTo(services, owner, inside.alertEmail)).toEqual([]);
}, 30_000);
