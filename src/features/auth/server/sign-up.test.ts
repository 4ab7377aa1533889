import { expect, test } from "bun:test";
import { auditedActions, testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
import { people } from "../../../../db/schema";
import { SignUp } from "../schema";
import { signUp } from "./sign-up";
import { alike, medianGap } from "./testing-alike";
import { mailedTo } from "./testing-mailed";
import { confirmedPerson } from "./testing-signed-up";

const { services, owner, logged } = await testServices();
const form = { company: "Acme", email: "Ana@Acme.example", password: "a long walk at dusk" };

test("who signs up owns a new tenant and is signed in", async () => {
  const browser = testBrowser(services);
  const me = await browser.visit((ctx) => signUp(ctx, SignUp.parse(form)));
  expect(me).toMatchObject({ tenant: { name: "Acme" }, member: { email: "ana@acme.example", role: "owner" } });
  const member = await browser.visit((ctx) => ctx.member);
  expect(member).toMatchObject({ memberId: me.member.id, tenantId: me.tenant.id as never, role: "owner" });
  expect(await auditedActions(services, me.tenant.id)).toEqual(["auth.sign_up", "session.start"]);
});

test("an address that has an account already gets the same answer, and no way into that account", async () => {
  const again = testBrowser(services);
  const me = await again.visit((ctx) =>
    signUp(ctx, SignUp.parse({ ...form, company: "Other", email: "ana@ACME.example" })),
  );
  expect(me).toMatchObject({ tenant: { name: "Other", isConfirmed: false }, member: { email: "ana@acme.example" } });
  expect(me.tenants.map(({ name }) => name)).toEqual(["Other"]);
  expect((await owner.select().from(people)).length).toBe(2);
});

test("V6.3.8 both are mailed one link, and only the mail says which it is", async () => {
  const { email } = await confirmedPerson(services, owner);
  await testBrowser(services).visit((ctx) => signUp({ ...ctx, locale: "de" }, SignUp.parse({ ...form, email })));
  const mails = await mailedTo(services, owner, email);
  expect(mails.map(({ kind }) => kind)).toEqual(["confirm_email", "existing_account"]);
  expect(mails.map(({ subject }) => subject)).toEqual(["Confirm your address for Acme", "Sie haben bereits ein Konto"]);
  expect(mails.every(({ token }) => token.length === 43)).toBe(true);
});

test("V6.3.8 signing up with an address that has an account takes as long as with a new one", async () => {
  const open = { ...services, rateLimit: async () => {} };
  const { email } = await confirmedPerson(open, owner);
  const as = (address: string) =>
    testBrowser(open).visit((ctx) => signUp(ctx, { company: "Acme", email: address, password: form.password }));
  let count = 0;
  const gap = await medianGap(
    () => as(email),
    () => as(`${++count}@new.example`),
  );
  expect(gap).toBeLessThan(alike);
}, 240_000);

test("an easy password is refused and named as the field to change", async () => {
  const attempt = { ...form, email: "b@b.example", password: "password123" };
  const refused = testBrowser(services).visit((ctx) => signUp(ctx, attempt));
  expect(await refused.catch((error: { key: string; details: unknown }) => [error.key, error.details])).toEqual([
    "auth.weak_password",
    { issues: [{ path: "password", message: "auth.issue_password_common" }] },
  ]);
});

test("one address cannot open accounts without end", async () => {
  const outcomes: string[] = [];
  for (let i = 0; i < 12; i++)
    outcomes.push(
      await testBrowser(services)
        .visit((ctx) => signUp({ ...ctx, ip: "192.0.2.99" }, { ...form, email: `${i}@c.example`, password: "short" }))
        .then(() => "made")
        .catch((error: { key: string }) => error.key),
    );
  expect(outcomes.at(0)).toBe("auth.weak_password");
  expect(outcomes.at(-1)).toBe("request.too_many");
});

test.each([
  { company: "" },
  { company: "x".repeat(101) },
  { email: "nobody" },
  { email: `${"x".repeat(250)}@a.example` },
  { password: "x".repeat(201) },
  { role: "owner" },
  { tenantId: Bun.randomUUIDv7() },
])("%p in the form is refused before anything is done", (change) => {
  expect(SignUp.safeParse({ ...form, ...change }).success).toBe(false);
});

test("the password is in no log line and no row", async () => {
  const rows = JSON.stringify([await owner.select().from(people), logged]);
  expect(rows).toContain("argon2id");
  expect(rows).not.toContain(form.password);
});
