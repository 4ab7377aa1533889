import { expect, setDefaultTimeout, test } from "bun:test";
import { appliedUser, password, tenantWithDomain } from "~/features/users/server/testing-users";
import { type Context, memberContext } from "~/server/context";
import { anonymousContext, auditedActions, joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { tenants } from "../../../../../db/schema";
import { inviteMember } from "../team/invite-member";
import { linkTo } from "../team/testing-team";
import { tenantFile } from "./tenant-file";

setDefaultTimeout(30_000);

const { services, owner: db } = await testServices();
const { ctx: owner, admin, domainId } = await tenantWithDomain(services, "acme.test");
await appliedUser(services, owner, domainId, "ana");
await inviteMember(owner, { email: "new@team.example", role: "viewer" });
const contextOf = ({ actor: { kind: _, ...actor }, tenantId }: typeof owner): Context => ({
  ...anonymousContext(services),
  member: { ...actor, tenantId },
});
const ask = (context: Context, headers: Record<string, string> = {}) =>
  tenantFile(new Request("http://localhost:3000/admin/export.json", { headers }), "/admin/export.json", context);

test("an owner downloads everything that the panel knows, as one JSON document", async () => {
  const response = await ask(contextOf(owner));
  expect(response?.headers.get("content-disposition")).toMatch(/^attachment; filename="deftmail-export-[\d-]+\.json"$/);
  const file = (await response!.json()) as Record<string, { [key: string]: unknown }[]>;
  expect(file["tenant"]).toMatchObject({ name: "Test" });
  expect(file["members"]?.map(({ role }) => role)).toEqual(["owner", "admin", "viewer"]);
  expect(file["mailUsers"]).toMatchObject([{ address: "ana@acme.test" }]);
  expect(file["domains"]).toMatchObject([{ name: "acme.test", state: "active" }]);
  expect(file["dkimKeys"]?.[0]).toHaveProperty("publicKey");
  expect(file["invitations"]).toMatchObject([{ email: "new@team.example" }]);
  expect(file["auditLog"]?.map(({ action }) => action)).toContain("tenant.export");
  expect(await auditedActions(services, owner.tenantId)).toContain("tenant.export");
});

test("what happened to the domains, and who is told of trouble, is in the file", async () => {
  await db.update(tenants).set({ alertEmail: "night@elsewhere.example", alertTokenHash: "hash-of-a-link" });
  const text = await (await ask(contextOf(owner)))!.text();
  const file = JSON.parse(text) as Record<string, unknown[]>;
  expect(file["tenant"]).toMatchObject({ alertEmail: "night@elsewhere.example" });
  expect(text).not.toMatch(/hash-of-a-link|alertTokenHash/);
  for (const name of ["domainHistory", "domainAlerts", "dnsChanges", "dnsShares"]) expect(file).toHaveProperty(name);
});

test("no password, key or token is in the file, not even as a hash", async () => {
  const text = await (await ask(contextOf(owner)))!.text();
  for (const secret of [
    "argon2",
    "tokenHash",
    "sealed",
    "PRIVATE",
    password,
    await linkTo(services, db, "new@team.example"),
  ])
    expect([secret, text.includes(secret)]).toEqual([secret, false]);
});

test("V8.4.1 nothing of another tenant is in the file", async () => {
  const { ctx: stranger, context } = await testMember(services);
  const text = await (await ask(context))!.text();
  expect(text).toContain(stranger.actor.email);
  for (const word of ["acme.test", owner.tenantId, owner.actor.email]) expect(text).not.toContain(word);
});

test("a tenant larger than one batch is exported whole", async () => {
  const { ctx, context } = await testMember(services);
  const rename = (i: number) => ({ action: `act.${i}`, subject: { type: "tenant", id: ctx.tenantId } as const });
  const { audit } = await import("~/server/audit");
  await ctx.tx(async (tx) => {
    for (let i = 0; i < 1203; i++) await audit(tx, ctx, rename(i));
  });
  const file = (await (await ask(context))!.json()) as { auditLog: { action: string }[] };
  const names = file.auditLog.map(({ action }) => action).filter((action) => action.startsWith("act."));
  expect([names.length, new Set(names).size]).toEqual([1203, 1203]);
});

test("V8.2.1 it is given to owners only, who proved a moment ago who they are, and to no other site", async () => {
  const { ctx: partner } = await joinTenant(services, owner.tenantId, "owner");
  const long = { ...partner, actor: { ...partner.actor, authenticatedAt: new Date(Date.now() - 3_600_000) } };
  expect((await ask(contextOf(admin)))?.status).toBe(403);
  expect((await ask(contextOf(long)))?.status).toBe(403);
  expect((await ask(contextOf(partner), { "sec-fetch-site": "cross-site" }))?.status).toBe(403);
  expect((await ask(anonymousContext(services)))?.headers.get("location")).toStartWith("/login");
  expect((await ask(contextOf(partner)))?.status).toBe(200);
});

test("V2.4.1 it is not downloaded over and over", async () => {
  const { context } = await testMember(services);
  const outcomes: string[] = [];
  for (let i = 0; i < 6; i++) outcomes.push(await refusalOf(ask(context)));
  expect(outcomes.at(-1)).toBe("request.too_many");
  expect(memberContext(context).actor.role).toBe("owner");
});
