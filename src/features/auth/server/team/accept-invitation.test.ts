import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { auditedActions, refusalOf, testMember, testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
import { invitations, people, tenants, users } from "../../../../../db/schema";
import { signIn } from "../sign-in";
import { acceptInvitation } from "./accept-invitation";
import { inviteMember } from "./invite-member";
import { lookAtInvitation } from "./look-at-invitation";
import { browserOf, invited, linkTo } from "./testing-team";

const { services: strict, owner: db } = await testServices();
const services = { ...strict, rateLimit: async () => {} };
const { ctx: owner } = await testMember(services);
const { tenantId } = owner;
const password = "a long walk at dusk";
const form = (token: string) => ({ token, name: "Nora", password });
const accept = (input: Parameters<typeof acceptInvitation>[1], browser = testBrowser(services)) =>
  browser.visit((ctx) => acceptInvitation(ctx, input));
const placesOf = (email: string) =>
  db
    .select({ tenantId: users.tenantId, role: users.role })
    .from(users)
    .innerJoin(people, eq(people.id, users.personId))
    .where(eq(people.email, email));

test("who has no account joins with a name and a password, and their address counts as confirmed", async () => {
  const token = await invited(services, db, owner, "nora@new.example", "admin");
  const browser = testBrowser(services);
  expect(await browser.visit((ctx) => lookAtInvitation(ctx, { token }))).toMatchObject({
    ...{ company: "Test", email: "nora@new.example", role: "admin", next: "sign_up" },
  });
  const answer = await accept(form(token), browser);
  expect(answer).toMatchObject({
    step: "signed_in",
    me: { tenant: { id: tenantId }, member: { name: "Nora", role: "admin", isConfirmed: true } },
  });
  expect(await browser.visit((ctx) => ctx.member?.role)).toBe("admin");
  const again = await testBrowser(services).visit((ctx) => signIn(ctx, { email: "nora@new.example", password }));
  expect(again).toMatchObject({ step: "signed_in" });
  expect(await auditedActions(services, tenantId)).toContain("member.join");
});

test("V6.4.1 a link works once, whoever comes second", async () => {
  const token = await invited(services, db, owner, "once@new.example");
  await accept(form(token));
  expect(await refusalOf(accept(form(token)))).toBe("auth.link_invalid");
});

test("of five who open one link at the same time, one joins", async () => {
  const token = await invited(services, db, owner, "race@new.example");
  const outcomes = await Promise.all(Array.from({ length: 5 }, () => refusalOf(accept(form(token)))));
  expect(outcomes.filter((outcome) => outcome === "none").length).toBe(1);
  expect(outcomes.filter((outcome) => ["auth.link_invalid", "auth.required"].includes(outcome)).length).toBe(4);
  expect((await placesOf("race@new.example")).length).toBe(1);
});

test("who is signed in with that address joins as the same person, and has two tenants then", async () => {
  const { ctx: other } = await testMember(services);
  const browser = await browserOf(services, other);
  const token = await invited(services, db, owner, other.actor.email);
  expect(await browser.visit((ctx) => lookAtInvitation(ctx, { token }))).toMatchObject({ next: "join" });
  expect(await accept({ token }, browser)).toEqual({ step: "joined", tenantId });
  expect((await placesOf(other.actor.email)).map((place) => place.tenantId).toSorted()).toEqual(
    [tenantId, other.tenantId].toSorted() as string[],
  );
  expect(await browser.visit((ctx) => ctx.member?.tenantId)).toBe(other.tenantId);
});

test("who is signed in with another address is told so, and does not join", async () => {
  const browser = await browserOf(services, (await testMember(services)).ctx);
  const token = await invited(services, db, owner, "somebody@else.example");
  expect(await browser.visit((ctx) => lookAtInvitation(ctx, { token }))).toMatchObject({ next: "other_address" });
  expect(await refusalOf(accept({ token }, browser))).toBe("invitation.other_address");
  expect(await placesOf("somebody@else.example")).toEqual([]);
});

test("who only claims the address, without having confirmed it, does not join as that person", async () => {
  const { ctx: claimer } = await testMember(services);
  const browser = await browserOf(services, claimer);
  const own = eq(people.id, claimer.actor.personId);
  await db.update(people).set({ emailConfirmedAt: null, email: "victim@new.example" }).where(own);
  const token = await invited(services, db, owner, "victim@new.example");
  expect(await browser.visit((ctx) => lookAtInvitation(ctx, { token }))).toMatchObject({ next: "confirm" });
  expect(await refusalOf(accept({ token }, browser))).toBe("auth.not_confirmed");
  const answer = await accept(form(token));
  const joined = answer.step === "signed_in" ? answer.me.member.id : "";
  const [row] = await db.select().from(users).where(eq(users.id, joined));
  expect(row?.personId).not.toBe(claimer.actor.personId);
});

test("who has an account is asked to sign in with it, never for a new password", async () => {
  const { ctx: known } = await testMember(services);
  const token = await invited(services, db, owner, known.actor.email);
  const stranger = testBrowser(services);
  expect(await stranger.visit((ctx) => lookAtInvitation(ctx, { token }))).toMatchObject({ next: "sign_in" });
  expect(await refusalOf(accept(form(token), stranger))).toBe("auth.required");
  expect((await placesOf(known.actor.email)).length).toBe(1);
});

test("a link that ran out, a replaced one, a made-up one and that of a suspended tenant open nothing", async () => {
  const isRefused = async (token: string) => {
    const visitor = testBrowser(services);
    const seen = await refusalOf(visitor.visit((ctx) => lookAtInvitation(ctx, { token })));
    return [seen, await refusalOf(accept(form(token), visitor))];
  };
  const refused = ["auth.link_invalid", "auth.link_invalid"];
  const late = await invited(services, db, owner, "late@new.example");
  const past = new Date(Date.now() - 1000);
  await db.update(invitations).set({ expiresAt: past }).where(eq(invitations.email, "late@new.example"));
  expect(await isRefused(late)).toEqual(refused);
  const replaced = await invited(services, db, owner, "replaced@new.example");
  await inviteMember(owner, { email: "replaced@new.example", role: "viewer" });
  expect(await isRefused(replaced)).toEqual(refused);
  expect(await isRefused("x".repeat(43))).toEqual(refused);
  const { ctx: suspended } = await testMember(services);
  const token = await invited(services, db, suspended, "sus@new.example");
  await db.update(tenants).set({ state: "suspended" }).where(eq(tenants.id, suspended.tenantId));
  expect(await isRefused(token)).toEqual(refused);
});

test("an easy password is refused, and the link stays good", async () => {
  const token = await invited(services, db, owner, "weak@new.example");
  expect(await refusalOf(accept({ token, name: "W", password: "password123" }))).toBe("auth.weak_password");
  expect(await refusalOf(accept({ token }))).toBe("auth.weak_password");
  expect(await refusalOf(accept({ token: await linkTo(services, db, "weak@new.example"), name: "W", password }))).toBe(
    "none",
  );
});

test("a tenant that asks for a second factor lets who joins do nothing before adding one", async () => {
  const { ctx } = await testMember(services);
  await db.update(tenants).set({ requiresSecondFactor: true }).where(eq(tenants.id, ctx.tenantId));
  const token = await invited(services, db, ctx, "factor@new.example");
  const answer = await accept(form(token));
  expect(answer).toMatchObject({ me: { needsSecondFactor: true } });
});
