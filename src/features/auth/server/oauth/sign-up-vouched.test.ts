import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { identities, people, tenants } from "../../../../../db/schema";
import { auditedActions, refusalOf, testServices } from "~/server/testing";
import { newcomerBrowser } from "./testing-newcomer";

const { services, owner } = await testServices();

test("a newcomer with a proven address owns a tenant that may send at once, and has no password", async () => {
  const visitor = await newcomerBrowser(services);
  const { tenant, member } = await visitor.signUp();
  expect([tenant.isConfirmed, member.isConfirmed, member.role]).toEqual([true, true, "owner"]);
  const [person] = await owner.select().from(people).where(eq(people.email, visitor.newcomer.email!));
  expect(person).toMatchObject({ passwordHash: null, name: "Ana" });
  expect(await auditedActions(services, tenant.id)).toEqual(["auth.sign_up", "session.start"]);
});

test("without a proven address the newcomer says one, and nothing may be sent until it is confirmed", async () => {
  const visitor = await newcomerBrowser(services, { email: null, isEmailProven: false });
  expect(await refusalOf(visitor.signUp())).toBe("request.invalid");
  const { tenant, member } = await visitor.signUp({ company: "Acme", email: "typed@acme.example" });
  expect([tenant.isConfirmed, member.email]).toEqual([false, "typed@acme.example"]);
});

test("a newcomer who waited for half an hour, or who never was at a provider, is sent back", async () => {
  const visitor = await newcomerBrowser(services);
  visitor.browser.jar.delete("dm_newcomer");
  expect(await refusalOf(visitor.signUp())).toBe("auth.link_invalid");
  const late = await newcomerBrowser({ ...services, now: () => new Date(Date.now() - 1_801_000) });
  const kept = late.browser.jar.get("dm_newcomer")!;
  visitor.browser.jar.set("dm_newcomer", kept);
  expect(await refusalOf(visitor.signUp())).toBe("auth.link_invalid");
});

test("V15.4.2 one account at a provider becomes one person, and one proven address too, however often it is sent at once", async () => {
  const count = async () => (await owner.select().from(tenants)).length;
  const before = await count();
  const subject = `https://id.example.org ${Bun.randomUUIDv7()}`;
  const many = await Promise.all(
    Array.from({ length: 10 }, (_, i) => newcomerBrowser(services, { subject, email: `race-${i}@acme.example` })),
  );
  const outcomes = await Promise.all(many.map((visitor) => refusalOf(visitor.signUp())));
  expect(outcomes.toSorted()).toEqual([...Array(9).fill("auth.link_invalid"), "none"]);
  const same = await Promise.all(
    Array.from({ length: 10 }, () => newcomerBrowser(services, { email: "one@acme.example" })),
  );
  expect((await Promise.all(same.map((visitor) => refusalOf(visitor.signUp())))).toSorted()).toEqual([
    ...Array(9).fill("auth.email_taken"),
    "none",
  ]);
  expect((await count()) - before).toBe(2);
  expect(await owner.select().from(identities).where(eq(identities.subject, subject))).toHaveLength(1);
});

test("signing up is limited by network", async () => {
  const visitor = await newcomerBrowser(services);
  const asked: string[] = [];
  const { signUpVouched } = await import("./sign-up-vouched");
  const counting = async (rule: string) => void asked.push(rule);
  await visitor.browser.visit((ctx) => signUpVouched({ ...ctx, rateLimit: counting }, { company: "Acme" }));
  expect(asked).toEqual(["sign-up.network", "sign-up.ip"]);
});
