import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { auditLogs, tenants, webhooks } from "../../../../../db/schema";
import type { AppError } from "~/lib/errors";
import { joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { createWebhook } from "./create-webhook";
import { withLoopback } from "./testing-webhooks-services";

const world = await testServices();
const services = withLoopback(world.services);
const { ctx } = await testMember(services);
const input = { url: "http://127.0.0.1:9/", description: "Ours", events: ["user.created" as const] };

test("V13.3.1 the secret is shown once: the database has it sealed, the audit log not at all", async () => {
  const { webhook, secret } = await createWebhook(ctx, input);
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(webhook).toMatchObject({ ...input, isEnabled: true, health: "idle", lastDeliveredAt: null });
  const [row] = await world.owner.select().from(webhooks).where(eq(webhooks.id, webhook.id));
  const audited = await world.owner.select().from(auditLogs).where(eq(auditLogs.subjectId, webhook.id));
  expect(audited.map(({ action }) => action)).toEqual(["webhook.create"]);
  expect(JSON.stringify([row, audited, webhook, world.logged])).not.toContain(secret.slice(6));
});

test("V1.3.6 an address inside, of this installation, without encryption or with a password is refused", async () => {
  const strict = (await testMember(world.services)).ctx;
  const production = { ...strict, platform: { ...strict.platform, appUrl: "https://panel.example.org" } };
  const refused = [
    "http://127.0.0.1:9/",
    "https://10.0.0.1/",
    "https://mail.deftmail.test/",
    "https://panel.example.org/",
  ];
  for (const url of [
    ...refused,
    "https://user:secret@hooks.example.org/",
    "https://nobody.test/",
    "file:///etc/passwd",
  ])
    expect([url, await refusalOf(createWebhook(production, { ...input, url }))]).toEqual([url, "webhook.url_refused"]);
});

test("a name that leads inside and one that does not exist are refused in the same words", async () => {
  const { ctx: strict } = await testMember(world.services);
  const issuesOf = (url: string) =>
    createWebhook(strict, { ...input, url }).then(
      () => [],
      (error: AppError) => error.details.issues,
    );
  const inside = await issuesOf("https://192.168.0.1/");
  expect(inside).toEqual([{ path: "url", message: "webhooks.issue_url_address" }]);
  expect(await issuesOf("https://nobody.test/")).toEqual(inside);
});

test("only owners and admins may say where events go", async () => {
  for (const role of ["domain_admin", "viewer"] as const) {
    const { ctx: other } = await joinTenant(services, ctx.tenantId, role);
    expect(await refusalOf(createWebhook(other, input))).toBe("auth.role_too_low");
  }
  const { ctx: admin } = await joinTenant(services, ctx.tenantId, "admin");
  expect(await refusalOf(createWebhook(admin, input))).toBe("none");
});

test("nothing is sent anywhere for a tenant whose owner has not confirmed an address", async () => {
  const { ctx: fresh } = await testMember(services);
  await world.owner.update(tenants).set({ confirmedAt: null }).where(eq(tenants.id, fresh.tenantId));
  expect(await refusalOf(createWebhook(fresh, input))).toBe("auth.not_confirmed");
});

test("V2.3.4 a tenant has twenty webhooks at most, however many ask at once", async () => {
  const { ctx: full } = await testMember(services);
  const asked = await Promise.all(Array.from({ length: 25 }, () => refusalOf(createWebhook(full, input))));
  expect(asked.filter((answer) => answer === "none").length).toBe(20);
  expect(new Set(asked)).toEqual(new Set(["none", "tenant.limit_reached"]));
});
