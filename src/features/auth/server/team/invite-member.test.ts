import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { addDomain } from "~/features/domains/server/add-domain";
import { auditedActions, joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { invitations, tenants } from "../../../../../db/schema";
import { Invite } from "../../schema/team";
import { inviteMember } from "./invite-member";
import { linkTo, mailsTo } from "./testing-team";

const { services: strict, owner: db } = await testServices();
const services = { ...strict, rateLimit: async () => {} };
const { ctx: owner } = await testMember(services);
const { tenantId } = owner;
const join = (role: "admin" | "domain_admin" | "viewer") => joinTenant(services, tenantId, role);
const admin = (await join("admin")).ctx;

test("an invitation is mailed with a link that only the mail knows", async () => {
  const { invitationId } = await inviteMember(owner, { email: "new@team.example", role: "viewer" });
  const [mail] = await mailsTo(services, db, "new@team.example");
  expect(mail).toMatchObject({ kind: "invitation", fields: { company: "Test", role: "Viewer" } });
  expect(mail!.fields["link"]).toStartWith(`${services.platform.appUrl}/invite#`);
  const [row] = await db.select().from(invitations).where(eq(invitations.id, invitationId));
  expect(JSON.stringify(row)).not.toContain(await linkTo(services, db, "new@team.example"));
  expect(row!.expiresAt.getTime() - Date.now()).toBeGreaterThan(6.9 * 86_400_000);
  expect(await auditedActions(services, tenantId)).toContain("invitation.add");
});

test("V6.3.8 whether an address has an account makes no difference to who invites it", async () => {
  const { ctx: known } = await testMember(services);
  const answers = await Promise.all(
    [known.actor.email, "unknown@team.example"].map((email) => inviteMember(owner, { email, role: "viewer" })),
  );
  expect(answers.map((answer) => Object.keys(answer))).toEqual([["invitationId"], ["invitationId"]]);
});

test("inviting somebody twice replaces the first link and the first role", async () => {
  const email = "twice@team.example";
  const first = await inviteMember(owner, { email, role: "viewer" });
  const link = await linkTo(services, db, email);
  expect(await inviteMember(owner, { email, role: "admin" })).toEqual(first);
  expect(await linkTo(services, db, email)).not.toBe(link);
  const rows = await db.select().from(invitations).where(eq(invitations.email, email));
  expect(rows.map(({ role }) => role)).toEqual(["admin"]);
});

test("V8.2.1 admins invite everybody but owners; domain admins and viewers nobody", async () => {
  const as = (ctx: typeof owner, role: "owner" | "admin") =>
    refusalOf(inviteMember(ctx, { email: `${role}@roles.example`, role }));
  expect(await as(admin, "owner")).toBe("auth.role_too_low");
  expect(await as(admin, "admin")).toBe("none");
  expect(await as(owner, "owner")).toBe("none");
  for (const role of ["domain_admin", "viewer"] as const)
    expect(await as((await join(role)).ctx, "admin")).toBe("auth.role_too_low");
});

test("a member is not invited again", async () => {
  const email = admin.actor.email;
  expect(await refusalOf(inviteMember(owner, { email, role: "viewer" }))).toBe("member.already_there");
});

test("a domain admin is invited for domains of the tenant, nobody else is", async () => {
  const { id } = await addDomain(owner, { name: "acme.example" });
  const { id: foreign } = await addDomain((await testMember(services)).ctx, { name: "other.example" });
  const invite = (domainIds: string[]) =>
    refusalOf(inviteMember(owner, { email: "keeper@team.example", role: "domain_admin", domainIds }));
  expect(await invite([id])).toBe("none");
  expect(await invite([id, foreign])).toBe("domain.not_found");
  expect(await invite([Bun.randomUUIDv7()])).toBe("domain.not_found");
  const form = { email: "a@b.example" };
  expect(Invite.safeParse({ ...form, role: "domain_admin" }).success).toBe(false);
  expect(Invite.safeParse({ ...form, role: "viewer", domainIds: [id] }).success).toBe(false);
});

test("nobody is mailed before an owner has confirmed an address", async () => {
  const { ctx } = await testMember(services);
  await db.update(tenants).set({ confirmedAt: null }).where(eq(tenants.id, ctx.tenantId));
  expect(await refusalOf(inviteMember(ctx, { email: "early@team.example", role: "viewer" }))).toBe(
    "auth.not_confirmed",
  );
  expect(await mailsTo(services, db, "early@team.example")).toEqual([]);
});

test("V2.4.1 one address is not mailed over and over", async () => {
  const { ctx } = await testMember(strict);
  const attempts: string[] = [];
  for (let i = 0; i < 6; i++)
    attempts.push(await refusalOf(inviteMember(ctx, { email: "victim@team.example", role: "viewer" })));
  expect(attempts).toEqual([...Array(5).fill("none"), "request.too_many"]);
});
